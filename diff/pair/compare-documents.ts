import type { ApiDocument } from '../../openapi/model/document.js';
import { operationIdentity, pathIdentity } from '../../openapi/model/identity.js';
import type { Operation } from '../../openapi/model/operation.js';
import { type OperationPart, Sameness } from '../../openapi/model/sameness.js';
import type { Change, Usage } from '../change.js';
import { compareExtensions } from './compare-extensions.js';
import { compareOperations } from './compare-operations.js';
import { compareSecurity, compareWebhookSecurity } from './compare-security.js';
import { compareSecuritySchemes } from './compare-security-schemes.js';
import { compareServers } from './compare-servers.js';
import { compareSubtypes } from './compare-subtypes.js';
import { linkTargets } from './link-targets.js';
import { pairBy } from './pair-by.js';
import { pairOperations } from './pair-operations.js';
import { pairSchemes } from './pair-schemes.js';
import { type Comparison, Recorder } from './recorder.js';
import { referencedComponents } from './referenced-components.js';

/** What people read and nothing else depends on. */
const MEANINGLESS = new Set(['description', 'summary', 'example', 'examples', 'externalDocs', '$comment']);

type OperationPairs = readonly (readonly [Operation, Operation])[];

/** Everything that differs between two documents, in no particular order; judging and ordering come later. */
export function compareDocuments(base: ApiDocument, revision: ApiDocument): readonly Change[] {
  return compareInFull(base, revision).changes;
}

/** The same, with what was taken for what. */
export function compareInFull(base: ApiDocument, revision: ApiDocument): Comparison {
  const sameness = new Sameness(base, revision, MEANINGLESS);
  const recorder = new Recorder(
    [base.info.version, revision.info.version],
    [linkTargets(base), linkTargets(revision)],
    sameness,
  );
  const operations = pairOperations(base.operations, revision.operations);
  const webhooks = pairBy(base.webhooks, revision.webhooks, operationIdentity);
  compareMembers(recorder, base, revision, operations);
  compareWebhookMembers(recorder, base, revision, webhooks);
  const [different, sent] = [differing(sameness, operations.both), differing(sameness, webhooks.both)];
  const messages = [...different, ...sent].flatMap(({ pair: [before, after], parts }) =>
    compareOperations(recorder, before, after, parts),
  );
  compareAccess(recorder, base, revision, reachedOtherwise(different), [...reachedOtherwise(sent), ...messages]);
  comparePathExtensions(recorder, base, revision, [...operations.both, ...webhooks.both]);
  compareSubtypes(recorder, [base, revision], [...operations.both, ...webhooks.both]);
  compareOrphans(recorder, base, revision);
  return recorder.finish(referencedComponents([base, revision]));
}

interface DifferentPair {
  readonly pair: readonly [Operation, Operation];
  readonly parts: ReadonlySet<OperationPart>;
}

/** The pairs of operations in which anything may differ. */
function differing(sameness: Sameness, pairs: OperationPairs): readonly DifferentPair[] {
  const different: DifferentPair[] = [];
  for (const pair of pairs) {
    const parts = sameness.differingFields(...pair);
    if (parts.size > 0) different.push({ pair, parts });
  }
  return different;
}

/** The pairs of which servers or security may differ, whether stated or inherited. */
function reachedOtherwise(pairs: readonly DifferentPair[]): OperationPairs {
  return pairs.filter(({ parts }) => parts.has('inherited') || parts.has('rest')).map(({ pair }) => pair);
}

type Members = Pick<ReturnType<typeof pairOperations>, 'removed' | 'added'>;

function compareMembers(
  recorder: Recorder,
  base: ApiDocument,
  revision: ApiDocument,
  { removed, added }: Members,
): void {
  const paths = [base.origin.at('paths'), revision.origin.at('paths')] as const;
  for (const operation of removed) {
    const places = { base: operation.origin, revision: paths[1] };
    recorder.record({ kind: 'operation.removed', operation, ...places }, { operation }, operationIdentity(operation));
  }
  for (const operation of added) {
    const places = { base: paths[0], revision: operation.origin };
    recorder.record({ kind: 'operation.added', operation, ...places }, { operation }, operationIdentity(operation));
  }
}

function compareWebhookMembers(
  recorder: Recorder,
  base: ApiDocument,
  revision: ApiDocument,
  { removed, added }: Members,
): void {
  for (const operation of removed) {
    const fact = { kind: 'webhook.removed', operation, base: operation.origin, revision: revision.origin } as const;
    recorder.record(fact, { operation }, operationIdentity(operation));
  }
  for (const operation of added) {
    const fact = { kind: 'webhook.added', operation, base: base.origin, revision: operation.origin } as const;
    recorder.record(fact, { operation }, operationIdentity(operation));
  }
}

/** Where the API is reached, and who may use it. */
function compareAccess(
  recorder: Recorder,
  base: ApiDocument,
  revision: ApiDocument,
  operations: OperationPairs,
  messages: OperationPairs,
): void {
  const documents = [base, revision] as const;
  const schemes = pairSchemes(base.components.securitySchemes, revision.components.securitySchemes);
  compareSecurity(recorder, documents, schemes, operations);
  for (const [before, after] of messages) compareWebhookSecurity(recorder, documents, schemes, before, after);
  compareServers(recorder, base, revision, operations);
  compareSecuritySchemes(recorder, documents, schemes, operations);
}

/** Extensions of the document and of path items say something about every operation under them. */
function comparePathExtensions(
  recorder: Recorder,
  base: ApiDocument,
  revision: ApiDocument,
  operations: OperationPairs,
): void {
  const isExtended = [base, revision].some(
    ({ extensions, paths }) => extensions.size > 0 || paths.some((path) => path.extensions.size > 0),
  );
  if (!isExtended) return;
  const usages = operations.map(([, operation]) => usageOf(operation));
  const byOperation = new Map(usages.map((usage) => [usage.operation, usage]));
  compareExtensions(recorder, 'document', base, revision, usages);
  const { both } = pairBy(base.paths, revision.paths, ({ path }) => pathIdentity(path));
  for (const [before, after] of both) {
    if (before.extensions.size === 0 && after.extensions.size === 0) continue;
    const under = after.operations.flatMap((operation) => byOperation.get(operation) ?? []);
    if (under.length > 0) compareExtensions(recorder, 'path', before, after, under);
  }
}

/** What callers make of an operation as a whole: they send a request to it, or receive what the API sends. */
function usageOf(operation: Operation): Usage {
  return { operation, direction: operation.kind === 'operation' ? 'request' : 'response' };
}

/**
 * Component schemas of one name are compared too: what no operation reaches may still be a payload that callers know, as those
 * of events are. What operations lead to was compared where it stands.
 */
function compareOrphans(recorder: Recorder, base: ApiDocument, revision: ApiDocument): void {
  for (const [name, schema] of base.components.schemas) {
    const other = revision.components.schemas.get(name);
    if (other === undefined || recorder.sameness.sameComponentSchema(name)) continue;
    recorder.orphans(name, schema, other, [schema.origin, other.origin]);
  }
}
