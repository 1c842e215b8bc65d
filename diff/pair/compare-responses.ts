import type { Link, Operation, Response } from '../../openapi/model/operation.js';
import type { JsonObject } from '../../openapi/source/json.js';
import { canonical } from '../../openapi/source/stringify.js';
import type { Usage } from '../change.js';
import { compareContent } from './compare-content.js';
import { compareExtensions } from './compare-extensions.js';
import { compareHeaders } from './compare-headers.js';
import type { Recorder } from './recorder.js';

/** Compares responses by status. A status that goes may still be answered for by a range or by `default`. */
export function compareResponses(recorder: Recorder, base: Operation, revision: Operation, usage: Usage): void {
  const [left, right] = [base.origin.at('responses'), revision.origin.at('responses')];
  const taken = new Set<string>();
  for (const [status, response] of base.responses) {
    const same = revision.responses.get(status);
    if (same !== undefined) {
      compareResponse(recorder, status, response, same, usage);
      continue;
    }
    const coveredBy = covering(status, revision.responses);
    const cover = coveredBy === undefined ? {} : { coveredBy };
    if (coveredBy !== undefined) taken.add(coveredBy);
    recorder.record(
      { kind: 'response.removed', status, ...cover, base: response.origin, revision: right },
      usage,
      status,
    );
    const general = coveredBy === undefined ? undefined : revision.responses.get(coveredBy);
    if (general !== undefined) compareResponse(recorder, status, response, general, usage);
  }
  for (const [status, response] of revision.responses) {
    // A range that takes in a former status was told with it.
    if (base.responses.has(status) || taken.has(status)) continue;
    const narrowed = covering(status, base.responses);
    const general = narrowed === undefined ? undefined : base.responses.get(narrowed);
    const cover = narrowed === undefined ? {} : { coveredBy: narrowed };
    recorder.record({ kind: 'response.added', status, ...cover, base: left, revision: response.origin }, usage, status);
    // What used to come under the range or `default` now comes under the status.
    if (general !== undefined) compareResponse(recorder, status, general, response, usage);
  }
}

/** The range or `default` that answers for a status (Responses Object). */
function covering(status: string, responses: ReadonlyMap<string, Response>): string | undefined {
  const range = `${status.charAt(0)}XX`;
  if (status !== range && responses.has(range)) return range;
  return status !== 'default' && responses.has('default') ? 'default' : undefined;
}

function compareResponse(recorder: Recorder, status: string, base: Response, revision: Response, usage: Usage): void {
  if (recorder.sameness.same(base, revision)) return;
  compareContent(recorder, base.content, revision.content, [base.origin, revision.origin], usage);
  compareHeaders(recorder, { status }, [base.headers, revision.headers], [base.origin, revision.origin], usage);
  compareLinks(recorder, status, base, revision, usage);
  compareExtensions(recorder, 'response', base, revision, [usage]);
}

function compareLinks(recorder: Recorder, status: string, base: Response, revision: Response, usage: Usage): void {
  for (const [link, before] of base.links) {
    const after = revision.links.get(link);
    if (after === undefined) {
      recorder.record({ kind: 'link.removed', link, status, base: before.origin, revision: revision.origin }, usage);
    } else if (!isSameLink(recorder, before, after)) {
      const values = { before: linkValue(before), after: linkValue(after) };
      recorder.record(
        { kind: 'link.changed', link, status, base: before.origin, revision: after.origin, ...values },
        usage,
      );
    }
  }
  for (const [link, { origin }] of revision.links) {
    if (base.links.has(link)) continue;
    recorder.record({ kind: 'link.added', link, status, base: base.origin, revision: origin }, usage);
  }
}

/** An operation that is named in another way is linked as before. */
function isSameLink({ linkTargets: [ofBase, ofRevision] }: Recorder, before: Link, after: Link): boolean {
  const [left, right] = [linkValue(before), linkValue(after)];
  if (canonical(left) === canonical(right)) return true;
  const target = ofBase(before);
  if (target === undefined || target !== ofRevision(after)) return false;
  const unnamed = { operationId: undefined, operationRef: undefined };
  return canonical({ ...left, ...unnamed }) === canonical({ ...right, ...unnamed });
}

function linkValue({ operationId, operationRef, parameters, requestBody, server }: Link): JsonObject {
  const value: JsonObject = {
    operationId,
    operationRef,
    parameters: Object.fromEntries(parameters),
    requestBody,
    server: server?.url,
  };
  return value;
}
