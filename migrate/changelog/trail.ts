import { covers, plainMediaType } from '../../diff/pair/media-range.js';
import type { Comparison } from '../../diff/pair/recorder.js';
import { schemaOf } from '../../diff/pair/recorder.js';
import { parameterIdentity, pathSlots } from '../../openapi/model/identity.js';
import type { Header, MediaType, Operation, Parameter, Response } from '../../openapi/model/operation.js';
import type { Schema } from '../../openapi/model/schema.js';
import type { OperationPair } from './compared-pair.js';
import type { OperationPlace, PathStep, PlacePart } from './place.js';
import { alternativesOf, inside, type Site, type SiteSide } from './site.js';

/** The way to a place: the values at its beginning, and after each of its steps. */
export interface Trail {
  readonly levels: readonly Level[];
  readonly path: readonly PathStep[];
}

/** The values that a step leads to. */
export interface Level {
  readonly sites: readonly Site[];
  /** The same with everything they may be. */
  readonly alternatives: readonly Site[];
}

/** The way from values along a path. */
export function walk(roots: readonly Site[], path: readonly PathStep[]): Trail {
  let sites = roots;
  const levels = [levelOf(sites)];
  for (const step of path) {
    sites = inside(sites, step);
    levels.push(levelOf(sites));
  }
  return { levels, path };
}

function levelOf(sites: readonly Site[]): Level {
  let alternatives: readonly Site[] | undefined;
  return {
    sites,
    get alternatives() {
      alternatives ??= alternativesOf(sites);
      return alternatives;
    },
  };
}

/** The way to a place in an operation. */
export function trailTo(pair: OperationPair, { part, path }: OperationPlace, comparison: Comparison): Trail {
  return walk(rootsOf(pair, part, comparison), path);
}

function rootsOf({ base, revision }: OperationPair, part: PlacePart, comparison: Comparison): readonly Site[] {
  switch (part.kind) {
    case 'request': {
      const [before, after] = [base?.requestBody, revision?.requestBody];
      const [left, right] = [[...(before?.content.values() ?? [])], [...(after?.content.values() ?? [])]];
      return inContent(left, right, comparison, [before?.required, after?.required]);
    }
    case 'response':
      return responsePairs(base, revision, part.status).flatMap(([before, after]) => {
        return inContent([...(before?.content.values() ?? [])], [...(after?.content.values() ?? [])], comparison);
      });
    case 'header': {
      const [before, after] = [headerOf(base, part.status, part.name), headerOf(revision, part.status, part.name)];
      return siteOf(holding(before), holding(after), comparison);
    }
    case 'parameter': {
      const [before, after] = parameterPair({ ...(base && { base }), ...(revision && { revision }) }, part);
      return siteOf(holding(before), holding(after), comparison);
    }
    case 'security':
      return [];
  }
}

/** What holds a value: its schema, where it states one, and whether it must be there, where that is said. */
interface Holder {
  readonly schema: Schema | undefined;
  readonly required?: boolean | undefined;
}

function holding(element: Parameter | Header | undefined): Holder | undefined {
  return element && { schema: schemaOf(element), required: element.required };
}

type Demands = readonly [boolean | undefined, boolean | undefined];

/** Bodies of one media type are one value; those of another are joined where they were compared. */
function inContent(
  base: readonly MediaType[],
  revision: readonly MediaType[],
  comparison: Comparison,
  demands: Demands = [undefined, undefined],
): readonly Site[] {
  const left = new Set(base);
  const right = new Set(revision);
  const sites: Site[] = [];
  const holder = (body: MediaType, side: 0 | 1): Holder => {
    return { schema: body.schema ?? body.itemSchema, required: demands[side] };
  };
  const join = (isOne: (before: MediaType, after: MediaType) => boolean): void => {
    for (const before of [...left]) {
      const after = [...right].find((candidate) => isOne(before, candidate));
      if (after === undefined) continue;
      left.delete(before);
      right.delete(after);
      sites.push(...siteOf(holder(before, 0), holder(after, 1), comparison));
    }
  };
  join((before, after) => plainMediaType(before.name) === plainMediaType(after.name));
  join((before, after) => covers(before.name, after.name) || covers(after.name, before.name));
  return [
    ...sites,
    ...[...left].flatMap((before) => siteOf(holder(before, 0), undefined, comparison)),
    ...[...right].flatMap((after) => siteOf(undefined, holder(after, 1), comparison)),
  ];
}

/** The value that an element holds on each side. One without a schema holds anything, and was compared as such. */
function siteOf(base: Holder | undefined, revision: Holder | undefined, comparison: Comparison): readonly Site[] {
  const sideOf = ({ schema, required }: Holder): SiteSide => {
    return { schemas: schema === undefined ? [] : [schema], ...(required === undefined ? {} : { required }) };
  };
  const [left, right] = [base && sideOf(base), revision && sideOf(revision)];
  if (left !== undefined && right !== undefined) {
    const pair = comparison.pairOf(left.schemas, right.schemas);
    if (pair !== undefined) return [{ base: left, revision: right, pair }];
  }
  return [
    ...(left === undefined || left.schemas.length === 0 ? [] : [{ base: left }]),
    ...(right === undefined || right.schemas.length === 0 ? [] : [{ revision: right }]),
  ];
}

/** The responses a place names, two and two: a status that the other side lacks goes with the range or `default` for it. */
function responsePairs(
  base: Operation | undefined,
  revision: Operation | undefined,
  status: string | undefined,
): readonly (readonly [Response | undefined, Response | undefined])[] {
  const statuses = new Set([...statusesIn(base, status), ...statusesIn(revision, status)]);
  return [...statuses].map((one) => [answerTo(base, one), answerTo(revision, one)]);
}

/** The statuses of an operation that a place names. */
export function statusesIn(operation: Operation | undefined, status: string | undefined): readonly string[] {
  const all = [...(operation?.responses.keys() ?? [])];
  return all.filter((one) => (status === undefined ? one.startsWith('2') : one === status));
}

function answerTo(operation: Operation | undefined, status: string): Response | undefined {
  const responses = operation?.responses;
  return responses?.get(status) ?? responses?.get(`${status.charAt(0)}XX`) ?? responses?.get('default');
}

/** A header of a response, in any case. */
export function headerOf(operation: Operation | undefined, status: string, name: string): Header | undefined {
  const headers = [...(operation?.responses.get(status)?.headers ?? [])];
  return headers.find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];
}

/** A parameter on both sides. That of a path is its slot: the name may be that of either side. */
export function parameterPair(
  { base, revision }: OperationPair,
  { in: location, name }: { readonly in: string; readonly name: string },
): readonly [Parameter | undefined, Parameter | undefined] {
  const identities = [base, revision].flatMap((operation) => {
    const found = operation?.parameters.find((one) => one.in === location && isNamed(one, name));
    return operation === undefined || found === undefined ? [] : [parameterIdentity(found, pathSlots(operation.path))];
  });
  const find = (operation: Operation | undefined): Parameter | undefined => {
    const slots = operation === undefined ? new Map<string, number>() : pathSlots(operation.path);
    return operation?.parameters.find((one) => identities.includes(parameterIdentity(one, slots)));
  };
  return [find(base), find(revision)];
}

function isNamed(parameter: Parameter, name: string): boolean {
  return parameter.in === 'header' ? parameter.name.toLowerCase() === name.toLowerCase() : parameter.name === name;
}
