import type { ApiDocument } from '../../openapi/model/document.js';
import { operationIdentity } from '../../openapi/model/identity.js';
import type { Operation } from '../../openapi/model/operation.js';
import { Sameness } from '../../openapi/model/sameness.js';
import type { Change } from '../change.js';
import { compareOperations } from './compare-operations.js';
import { compareSecuritySchemes } from './compare-security.js';
import { compareServers } from './compare-servers.js';
import { pairBy } from './pair-by.js';
import { type Comparison, Recorder } from './recorder.js';

/** What people read and nothing else depends on. */
const MEANINGLESS = new Set(['description', 'summary', 'example', 'examples', 'externalDocs', '$comment']);

/** Everything that differs between two documents, in no particular order; judging and ordering come later. */
export function compareDocuments(base: ApiDocument, revision: ApiDocument): readonly Change[] {
  return compareInFull(base, revision).changes;
}

/** The same, with what was taken for what. */
export function compareInFull(base: ApiDocument, revision: ApiDocument): Comparison {
  const sameness = new Sameness(base, revision, MEANINGLESS);
  const recorder = new Recorder([base.info.version, revision.info.version], sameness);
  const operations = pairBy(base.operations, revision.operations, operationIdentity);
  const paths = [base.origin.at('paths'), revision.origin.at('paths')] as const;
  for (const operation of operations.removed) {
    recorder.record(
      { kind: 'operation.removed', operation, base: operation.origin, revision: paths[1] },
      { operation },
      label(operation),
    );
  }
  for (const operation of operations.added) {
    recorder.record(
      { kind: 'operation.added', operation, base: paths[0], revision: operation.origin },
      { operation },
      label(operation),
    );
  }
  for (const [before, after] of operations.both) {
    if (!sameness.same(before, after)) compareOperations(recorder, before, after);
  }
  compareWebhooks(recorder, base, revision);
  compareServers(recorder, base, revision, operations.both);
  compareSecuritySchemes(recorder, base, revision, operations.both);
  compareOrphans(recorder, base, revision);
  return recorder.finish();
}

function compareWebhooks(recorder: Recorder, base: ApiDocument, revision: ApiDocument): void {
  const webhooks = pairBy(base.webhooks, revision.webhooks, operationIdentity);
  for (const operation of webhooks.removed) {
    const fact = { kind: 'webhook.removed', operation, base: operation.origin, revision: revision.origin } as const;
    recorder.record(fact, { operation }, label(operation));
  }
  for (const operation of webhooks.added) {
    const fact = { kind: 'webhook.added', operation, base: base.origin, revision: operation.origin } as const;
    recorder.record(fact, { operation }, label(operation));
  }
  for (const [before, after] of webhooks.both) compareOperations(recorder, before, after);
}

/**
 * Component schemas of one name are compared too: what no operation reaches may still be a payload that callers know, as those
 * of events are. What operations reach was compared with them, and finding it again adds no usage.
 */
function compareOrphans(recorder: Recorder, base: ApiDocument, revision: ApiDocument): void {
  for (const [name, schema] of base.components.schemas) {
    const other = revision.components.schemas.get(name);
    if (other !== undefined) recorder.orphans(schema, other, [schema.origin, other.origin]);
  }
}

function label(operation: Operation): string {
  return operationIdentity(operation);
}
