import type { Change } from '../../../diff/change.js';
import type { Comparison } from '../../../diff/pair/recorder.js';
import { referencedComponents } from '../../../diff/pair/referenced-components.js';
import type { ApiDocument } from '../../../openapi/model/document.js';
import { operationIdentity, pathIdentity } from '../../../openapi/model/identity.js';
import type { Operation } from '../../../openapi/model/operation.js';
import type { Origin } from '../../../openapi/source/origin.js';
import { unknownScheme } from './access-contract.js';
import { DocumentContract } from './document-contract.js';
import { differenceOf } from './equivalence.js';
import { operationResult } from './operation-result.js';
import { copyOf, newPart, type Part, put, say } from './part.js';
import { reachResult } from './reach-result.js';
import { type Obligation, SchemaResult } from './schema-result.js';
import { isWithin, Told } from './told.js';
import { editBy } from './walk.js';

/** What a base becomes by changes. */
export interface Applied {
  /** Where that is not the revision; absent where it is. */
  readonly difference: string | undefined;
  /** Changes that nothing was made of: they tell of nothing that differs. */
  readonly idle: readonly Change[];
}

/** Applies changes to the contract of a base, and tells where the result is not the contract of the revision. */
export function applyChanges(
  base: ApiDocument,
  revision: ApiDocument,
  comparison: Comparison,
  changes: readonly Change[] = comparison.changes,
): Applied {
  const told = new Told(changes);
  const contracts = { base: new DocumentContract(base), revision: new DocumentContract(revision) };
  const schemas = new SchemaResult(comparison, told, contracts.base.schemas, contracts.revision.schemas);
  const walk = { ...contracts, schemas, told };
  const schemes = schemesAfter(contracts.base, contracts.revision, told);
  const result = newPart();
  const obligations: Obligation[] = [];
  const members = (kind: 'operation' | 'webhook', left: readonly Operation[], right: readonly Operation[]): void => {
    for (const [before, after] of pairsOf(kind, left, right, changes)) {
      if (before !== undefined && after !== undefined) {
        put(result, `${kind} ${operationIdentity(after)}`, operationResult(walk, before, after, schemes));
        if (kind === 'operation') obligations.push(reachResult(walk, before, after));
      } else if (before !== undefined)
        put(result, `${kind} ${operationIdentity(before)}`, contracts.base.operation(before));
      else if (after !== undefined)
        put(result, `${kind} ${operationIdentity(after)}`, contracts.revision.operation(after));
    }
  };
  editCommon(result, contracts, told);
  members('operation', base.operations, revision.operations);
  members('webhook', base.webhooks, revision.webhooks);
  const components: string[] = [];
  const isLed = referencedComponents([base, revision]);
  for (const [name, schema] of base.components.schemas) {
    const other = revision.components.schemas.get(name);
    if (other === undefined) continue;
    const [before, after] = [contracts.base.schemas.part([schema]), contracts.revision.schemas.part([other])];
    // What operations use was edited with them; a component of one document alone is no payload of both.
    if (schemas.isUsed(before, after) || isLed(name)) continue;
    components.push(name);
    put(result, `component ${name}`, schemas.of(before, after, undefined));
  }
  obligations.unshift(['', result, contracts.revision.whole(components)], ...schemas.obligations);
  for (const change of changes) if (isAboutMembers(change)) told.need(change);
  return { difference: firstDifference(obligations), idle: told.idle };
}

/** What the documents and their paths say of everything under them. A path comes and goes with its operations. */
function editCommon(result: Part, { base, revision }: Contracts, told: Told): void {
  replaceFacts(result, base.whole([]));
  const paths = new Map(base.document.paths.map((path) => [pathIdentity(path.path), path]));
  for (const path of revision.document.paths) {
    const identity = pathIdentity(path.path);
    const before = paths.get(identity);
    const part = copyOf(before === undefined ? revision.path(path) : base.path(before));
    const isSaid =
      before !== undefined &&
      path.operations.some((operation) => before.operations.some(({ method }) => method === operation.method));
    if (isSaid) editExtensions(part, 'path', before.origin, path.origin, revision, told);
    put(result, `path ${identity}`, isSaid ? part : revision.path(path));
  }
  editExtensions(result, 'document', base.document.origin, revision.document.origin, revision, told);
}

interface Contracts {
  readonly base: DocumentContract;
  readonly revision: DocumentContract;
}

function replaceFacts(result: Part, { facts }: Part): void {
  for (const [name, text] of facts) say(result, name, text);
}

function editExtensions(
  part: Part,
  element: string,
  base: Origin,
  revision: Origin,
  contract: DocumentContract,
  told: Told,
): void {
  for (const change of told.all) {
    if (change.kind !== 'extension.changed' || change.element !== element) continue;
    if (!isWithin(change.base, base) || !isWithin(change.revision, revision)) continue;
    told.need(change);
    editBy(part, change, contract);
  }
}

function firstDifference(obligations: readonly Obligation[]): string | undefined {
  for (const [name, left, right] of obligations) {
    const difference = differenceOf(left, right);
    if (difference !== undefined) return `${name}${difference}`;
  }
  return undefined;
}

const MEMBERS: ReadonlySet<string> = new Set([
  'operation.added',
  'operation.removed',
  'webhook.added',
  'webhook.removed',
]);

function isAboutMembers({ kind }: Change): boolean {
  // A scheme that nobody is asked for is told, and asks nothing of anybody.
  return MEMBERS.has(kind) || kind === 'security-scheme.added' || kind === 'security-scheme.removed';
}

type OperationPair = readonly [Operation | undefined, Operation | undefined];

/** Operations by identity. What is neither told to be gone nor to be new went to another path, of which its servers have a part. */
function pairsOf(
  kind: 'operation' | 'webhook',
  base: readonly Operation[],
  revision: readonly Operation[],
  changes: readonly Change[],
): readonly OperationPair[] {
  const named = (event: 'added' | 'removed'): ReadonlySet<Operation> =>
    new Set(
      changes.flatMap((change) =>
        change.kind === `${kind}.${event}` && 'operation' in change ? [change.operation] : [],
      ),
    );
  const [gone, come] = [named('removed'), named('added')];
  const left = new Map(
    base.filter((operation) => !gone.has(operation)).map((operation) => [operationIdentity(operation), operation]),
  );
  const right = new Map(
    revision.filter((operation) => !come.has(operation)).map((operation) => [operationIdentity(operation), operation]),
  );
  const pairs: OperationPair[] = [...come].map((operation) => [undefined, operation]);
  for (const [identity, before] of left) {
    const other =
      right.get(identity) ??
      [...right.values()].find((after) => !left.has(operationIdentity(after)) && isBeyondServer(before, after));
    if (other !== undefined) right.delete(operationIdentity(other));
    pairs.push([before, other]);
  }
  return pairs;
}

function isBeyondServer(base: Operation, revision: Operation): boolean {
  const [left, right] = [pathIdentity(base.path), pathIdentity(revision.path)];
  return base.method === revision.method && (left.endsWith(right) || right.endsWith(left));
}

/** The security schemes of the base by name, as they are asked for from now on. */
function schemesAfter(base: DocumentContract, revision: DocumentContract, told: Told): ReadonlyMap<string, Part> {
  const schemes = new Map<string, Part>();
  for (const [name, scheme] of base.document.components.securitySchemes) {
    const part = copyOf(base.schemes.get(name) ?? newPart());
    for (const change of told.all) {
      if (
        !change.kind.startsWith('security-scheme.') ||
        change.kind === 'security-scheme.added' ||
        change.kind === 'security-scheme.removed'
      )
        continue;
      if (!('scheme' in change) || !isWithin(change.base, scheme.origin)) continue;
      told.need(change);
      editBy(part, change, revision);
    }
    schemes.set(name, part);
  }
  // In documents that are not valid a scheme may be declared on one side only, and then has but a name to be known by.
  const isAlike = (part: Part): boolean =>
    [...revision.schemes.values()].some((other) => differenceOf(part, other) === undefined);
  for (const [name, part] of schemes)
    if (!revision.schemes.has(name) && !isAlike(part)) schemes.set(name, unknownScheme(name));
  for (const [name, part] of revision.schemes) if (!schemes.has(name)) schemes.set(name, part);
  return schemes;
}
