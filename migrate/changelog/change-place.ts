import type { Change, Direction } from '../../diff/change.js';
import type { MediaType, Operation, Parameter } from '../../openapi/model/operation.js';
import type { Origin } from '../../openapi/source/origin.js';
import type { OperationPair } from './compared-pair.js';
import type { OperationPlace } from './place.js';
import { headerOf, parameterPair, statusesIn } from './trail.js';

/** How a change is about a place: exactly that place, or an element around it. */
export type Nearness = 'exact' | 'around';

/** Which way things travel in a part of an operation; `undefined` where a place is the operation itself. */
export function directionAt({ base, revision }: OperationPair, at: OperationPlace | undefined): Direction | undefined {
  if (at === undefined || at.part.kind === 'security') return undefined;
  const isAnswer = at.part.kind === 'response' || at.part.kind === 'header';
  const isSentByCaller = (revision ?? base)?.kind === 'operation';
  return isAnswer === isSentByCaller ? 'response' : 'request';
}

/** Whether a change concerns one of two operations, travelling in a direction. */
export function reaches(change: Change, { base, revision }: OperationPair, direction: Direction | undefined): boolean {
  return change.usages.some((usage) => {
    if (usage.operation !== base && usage.operation !== revision) return false;
    return direction === undefined || usage.direction === undefined || usage.direction === direction;
  });
}

/** How a change of an element, not of a schema, is about a place in an operation that it reaches; `undefined` when it is not. */
export function nearnessOf(change: Change, pair: OperationPair, at: OperationPlace | undefined): Nearness | undefined {
  const part = at?.part;
  const ends = at === undefined || at.path.length === 0 ? 'exact' : 'around';
  switch (change.kind) {
    case 'operation.added':
    case 'operation.removed':
    case 'webhook.added':
    case 'webhook.removed':
      return at === undefined ? 'exact' : 'around';
    case 'path.parameter.renamed':
      if (at === undefined) return 'exact';
      return part?.kind === 'parameter' && part.in === 'path' && [change.before, change.after].includes(part.name)
        ? exactly(ends)
        : undefined;
    case 'parameter.added':
    case 'parameter.removed':
    case 'parameter.required.changed':
    case 'parameter.deprecated.changed':
    case 'parameter.serialization.changed':
    case 'parameter.version.changed':
      return part?.kind === 'parameter' && isParameter(change.parameter, pair, part) ? ends : undefined;
    case 'request-body.added':
    case 'request-body.removed':
    case 'request-body.required.changed':
      return part?.kind === 'request' ? ends : undefined;
    case 'media-type.added':
    case 'media-type.removed':
      return mediaTypesAt(pair, at).some(({ origin }) => isAt(change.kind, change, origin)) ? ends : undefined;
    case 'encoding.changed': {
      const [step, ...deeper] = at?.path ?? [];
      if (part?.kind !== 'request') return undefined;
      return step === undefined || (step.kind === 'property' && deeper.length === 0 && step.name === change.property)
        ? 'exact'
        : undefined;
    }
    case 'response.added':
    case 'response.removed':
      if (part?.kind === 'header') return part.status === change.status ? 'around' : undefined;
      return part?.kind === 'response' && isStatus(change.status, part.status) ? ends : undefined;
    case 'header.added':
    case 'header.removed':
    case 'header.required.changed':
    case 'header.deprecated.changed':
    case 'header.serialization.changed':
      // One header may stand under several statuses, so its place says which it is.
      return part?.kind === 'header' && isWithin(change, headers(pair, part)) ? ends : undefined;
    case 'link.added':
    case 'link.removed':
    case 'link.changed':
      return isWithin(change, links(pair, at, change.link)) ? exactly(ends) : undefined;
    case 'security.changed':
    case 'webhook.security.changed':
      return at === undefined || part?.kind === 'security' ? 'exact' : undefined;
    case 'extension.changed':
      return isExtensionAt(change, pair, at) ? exactly(ends) : undefined;
    default:
      if (change.kind.startsWith('security-scheme.')) return part?.kind === 'security' ? 'exact' : undefined;
      // What is left is about the operation, or about the document that has it.
      return at === undefined ? 'exact' : undefined;
  }
}

/** What nothing stands inside of is never around a place. */
function exactly(ends: Nearness): Nearness | undefined {
  return ends === 'exact' ? ends : undefined;
}

function isStatus(status: string, wanted: string | undefined): boolean {
  return wanted === undefined ? status.startsWith('2') : status === wanted;
}

/** The media types on both sides of the body that a place begins in. */
export function mediaTypesAt({ base, revision }: OperationPair, at: OperationPlace | undefined): readonly MediaType[] {
  const part = at?.part;
  return [base, revision].flatMap((operation) => {
    if (operation === undefined) return [];
    if (part?.kind === 'request') return [...(operation.requestBody?.content.values() ?? [])];
    if (part?.kind !== 'response') return [];
    return statusesIn(operation, part.status).flatMap((status) => {
      return [...(operation.responses.get(status)?.content.values() ?? [])];
    });
  });
}

function isAt(kind: string, { base, revision }: Change, origin: Origin): boolean {
  return isSame(kind.endsWith('.removed') ? base : revision, origin);
}

/** Whether two elements stand in one place. */
export function isSame(one: Origin | undefined, other: Origin): boolean {
  return one !== undefined && one.file === other.file && one.pointer === other.pointer;
}

/** Operations may share a parameter, which a change names once; in one operation its location and name say which it is. */
function isParameter(
  parameter: Pick<Parameter, 'in' | 'name'>,
  pair: OperationPair,
  part: Pick<Parameter, 'in' | 'name'>,
): boolean {
  return parameterPair(pair, part).some((own) => {
    if (own === undefined || own.in !== parameter.in) return false;
    return own.in === 'header' ? own.name.toLowerCase() === parameter.name.toLowerCase() : own.name === parameter.name;
  });
}

/** Whether a change stands at one of the places, or right inside of it. */
function isWithin({ base, revision }: Change, origins: readonly Origin[]): boolean {
  const places = [base, base.parent, revision, revision.parent];
  return origins.some((origin) => places.some((place) => isSame(place, origin)));
}

function headers(pair: OperationPair, { status, name }: { readonly status: string; readonly name: string }) {
  return [pair.base, pair.revision].flatMap((operation) => headerOf(operation, status, name)?.origin ?? []);
}

function links(pair: OperationPair, at: OperationPlace | undefined, link: string): readonly Origin[] {
  if (at?.part.kind !== 'response') return [];
  const { status } = at.part;
  return [pair.base, pair.revision].flatMap((operation) => {
    const answers = statusesIn(operation, status).flatMap((one) => operation?.responses.get(one) ?? []);
    return answers.flatMap(({ links }) => links.get(link)?.origin ?? []);
  });
}

type ExtensionChange = Extract<Change, { readonly kind: 'extension.changed' }>;

function isExtensionAt(change: ExtensionChange, pair: OperationPair, at: OperationPlace | undefined): boolean {
  if (['document', 'path', 'operation'].includes(change.element)) return at === undefined;
  if (change.element === 'schema' || at === undefined) return false;
  // An extension stands in its element.
  const owners = [change.base.parent, change.revision.parent];
  return elementsAt(pair, at).some((origin) => owners.some((owner) => isSame(owner, origin)));
}

/** The elements that a place without a path names. */
function elementsAt(pair: OperationPair, at: OperationPlace): readonly Origin[] {
  const { part } = at;
  const sides = [pair.base, pair.revision].filter((operation) => operation !== undefined);
  switch (part.kind) {
    case 'request':
      return [...sides.flatMap(({ requestBody }) => requestBody?.origin ?? []), ...contents(pair, at)];
    case 'response':
      return [...sides.flatMap((operation) => responses(operation, part.status)), ...contents(pair, at)];
    case 'header':
      return sides.flatMap((operation) => headerOf(operation, part.status, part.name)?.origin ?? []);
    case 'parameter':
      return parameterPair(pair, part).flatMap((parameter) => parameter?.origin ?? []);
    case 'security':
      return [];
  }
}

function contents(pair: OperationPair, at: OperationPlace): readonly Origin[] {
  return mediaTypesAt(pair, at).map(({ origin }) => origin);
}

function responses(operation: Operation, status: string | undefined): readonly Origin[] {
  return statusesIn(operation, status).flatMap((one) => operation.responses.get(one)?.origin ?? []);
}
