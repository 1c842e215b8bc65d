import type { ApiDocument } from '../../openapi/model/document.js';
import type { Operation } from '../../openapi/model/operation.js';
import type { Server } from '../../openapi/model/server.js';
import type { Usage } from '../change.js';
import { pairBy } from './pair-by.js';
import type { Recorder } from './recorder.js';

/** Compares the servers of the documents, and those that operations state for themselves. */
export function compareServers(
  recorder: Recorder,
  base: ApiDocument,
  revision: ApiDocument,
  operations: readonly (readonly [Operation, Operation])[],
): void {
  const shared = operations
    .filter(([left, right]) => left.serversFrom === 'document' && right.serversFrom === 'document')
    .map(([, operation]): Usage => ({ operation, direction: 'request' }));
  compareLists(recorder, base, revision, base.servers, revision.servers, shared);
  for (const [left, right] of operations) {
    if (left.serversFrom === 'document' && right.serversFrom === 'document') continue;
    compareLists(recorder, base, revision, left.servers, right.servers, [{ operation: right, direction: 'request' }]);
  }
}

function compareLists(
  recorder: Recorder,
  base: ApiDocument,
  revision: ApiDocument,
  left: readonly Server[],
  right: readonly Server[],
  usages: readonly Usage[],
): void {
  const { removed, added } = pairBy(left, right, ({ url }) => url.replace(/\/$/, ''));
  const places = { base: left[0]?.origin.parent ?? base.origin, revision: right[0]?.origin.parent ?? revision.origin };
  for (const usage of usages) {
    for (const { url, origin } of removed) {
      recorder.record({ kind: 'server.removed', url, ...places, base: origin }, usage);
    }
    for (const { url, origin } of added) {
      recorder.record({ kind: 'server.added', url, ...places, revision: origin }, usage);
    }
  }
}
