import { pathSlots } from '../../openapi/model/identity.js';
import type { Operation } from '../../openapi/model/operation.js';
import type { OperationPart } from '../../openapi/model/sameness.js';
import type { CarriedPart } from '../../openapi/model/shared-difference.js';
import type { Direction, Usage } from '../change.js';
import { compareCallbacks, type MessagePairs } from './compare-callbacks.js';
import { compareContent } from './compare-content.js';
import { compareExtensions } from './compare-extensions.js';
import { compareParameters, newParameters } from './compare-parameters.js';
import { compareResponses } from './compare-responses.js';
import type { Recorder } from './recorder.js';

/**
 * Compares two operations with one identity, and everything they carry. Gives the messages of callbacks that were compared with them.
 * @param differing what may differ; nothing else is even read
 */
export function compareOperations(
  recorder: Recorder,
  base: Operation,
  revision: Operation,
  differing: ReadonlySet<OperationPart> = recorder.sameness.differingFields(base, revision),
): MessagePairs {
  const [sent, received] = directions(revision);
  const compare = (part: CarriedPart, direction: Direction, comparePart: ComparePart): void => {
    if (!differing.has(part)) return;
    const usage: Usage = { operation: revision, direction };
    const shared = recorder.sameness.sharedDifference(base, revision, part);
    recorder.recordAlike(shared, usage, () => comparePart(recorder, base, revision, usage));
  };
  const usage: Usage = { operation: revision };
  if (differing.has('rest')) compareSelf(recorder, base, revision, usage);
  if (base.path !== revision.path) comparePath(recorder, base, revision, usage);
  compare('parameters', sent, compareParameters);
  compare('requestBody', sent, compareBody);
  compare('responses', received, compareResponses);
  if (!differing.has('rest')) return [];
  if (base.extensions.size + revision.extensions.size > 0) {
    const users = [{ operation: revision, direction: sent }];
    compareExtensions(recorder, 'operation', base, revision, users, () => newParameters(base, revision));
  }
  return compareCallbacks(recorder, base, revision, usage);
}

type ComparePart = (recorder: Recorder, base: Operation, revision: Operation, usage: Usage) => void;

/** A webhook or callback is sent by the API: its body is what a caller receives, and its response what a caller sends. */
function directions({ kind }: Operation): readonly [Direction, Direction] {
  return kind === 'operation' ? ['request', 'response'] : ['response', 'request'];
}

function compareSelf(recorder: Recorder, base: Operation, revision: Operation, usage: Usage): void {
  const at = (key: string) => ({ base: base.origin.at(key), revision: revision.origin.at(key), operation: revision });
  if (base.id !== revision.id) {
    const ids = {
      ...(base.id === undefined ? {} : { before: base.id }),
      ...(revision.id === undefined ? {} : { after: revision.id }),
    };
    recorder.record({ kind: 'operation.id.changed', ...at('operationId'), ...ids }, usage);
  }
  if (base.deprecated !== revision.deprecated) {
    const values = { before: base.deprecated, after: revision.deprecated };
    recorder.record({ kind: 'operation.deprecated.changed', ...at('deprecated'), ...values }, usage);
  }
  if ([...base.tags].sort().join('\n') !== [...revision.tags].sort().join('\n')) {
    recorder.record({ kind: 'operation.tags.changed', ...at('tags'), before: base.tags, after: revision.tags }, usage);
  }
}

function comparePath(recorder: Recorder, base: Operation, revision: Operation, usage: Usage): void {
  if (revision.kind !== 'operation') return;
  const after = [...pathSlots(revision.path).keys()];
  [...pathSlots(base.path).keys()].forEach((name, slot) => {
    const renamed = after[slot];
    if (renamed === undefined || renamed === name) return;
    // Renaming it in the path renames it for every operation of the path: one cause.
    const fact = { kind: 'path.parameter.renamed', operation: revision, before: name, after: renamed } as const;
    const places = { base: base.origin.parent ?? base.origin, revision: revision.origin.parent ?? revision.origin };
    recorder.record({ ...fact, ...places }, usage, String(slot));
  });
}

function compareBody(recorder: Recorder, base: Operation, revision: Operation, usage: Usage): void {
  const before = base.requestBody;
  const after = revision.requestBody;
  if (before === undefined && after === undefined) return;
  if (before === undefined && after !== undefined) {
    recorder.record({ kind: 'request-body.added', body: after, base: base.origin, revision: after.origin }, usage);
  } else if (before !== undefined && after === undefined) {
    recorder.record(
      { kind: 'request-body.removed', body: before, base: before.origin, revision: revision.origin },
      usage,
    );
  } else if (before !== undefined && after !== undefined) {
    const places = { base: before.origin, revision: after.origin };
    if (before.required !== after.required) {
      const values = { before: before.required, after: after.required };
      recorder.record({ kind: 'request-body.required.changed', ...places, ...values }, usage);
    }
    compareExtensions(recorder, 'request body', before, after, [usage]);
    compareContent(recorder, before.content, after.content, [before.origin, after.origin], usage);
  }
}
