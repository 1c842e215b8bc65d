import { pathSlots } from '../../openapi/model/identity.js';
import type { Operation } from '../../openapi/model/operation.js';
import type { Direction, Usage } from '../change.js';
import { compareCallbacks, type MessagePairs } from './compare-callbacks.js';
import { compareContent } from './compare-content.js';
import { compareExtensions } from './compare-extensions.js';
import { compareParameters, newParameters } from './compare-parameters.js';
import { compareResponses } from './compare-responses.js';
import type { Recorder } from './recorder.js';

/** Compares two operations with one identity, and everything they carry. Gives the messages of callbacks that were compared with them. */
export function compareOperations(recorder: Recorder, base: Operation, revision: Operation): MessagePairs {
  const usage: Usage = { operation: revision };
  const [sent, received] = directions(revision);
  compareSelf(recorder, base, revision, usage);
  // What is written alike on both sides is not even read.
  const { sameness } = recorder;
  if (!sameness.sameField(base, revision, 'parameters')) {
    compareParameters(recorder, base, revision, { operation: revision, direction: sent });
  }
  if (!sameness.sameField(base, revision, 'requestBody')) {
    compareBody(recorder, base, revision, { operation: revision, direction: sent });
  }
  if (!sameness.sameField(base, revision, 'responses')) {
    compareResponses(recorder, base, revision, { operation: revision, direction: received });
  }
  if (base.extensions.size + revision.extensions.size > 0) {
    const users = [{ operation: revision, direction: sent }];
    compareExtensions(recorder, 'operation', base, revision, users, () => newParameters(base, revision));
  }
  return compareCallbacks(recorder, base, revision, usage);
}

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
