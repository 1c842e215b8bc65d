import type { Callback, Operation } from '../../openapi/model/operation.js';
import type { Usage } from '../change.js';
import { compareOperations } from './compare-operations.js';
import { type Pairs, pairBy } from './pair-by.js';
import type { Recorder } from './recorder.js';

/** Messages of both sides that were taken for one. */
export type MessagePairs = readonly (readonly [Operation, Operation])[];

/**
 * Compares the callbacks of two operations, which callers know by where they are sent to and not by their names. Gives the messages
 * that were compared, those that answer a message included.
 */
export function compareCallbacks(recorder: Recorder, base: Operation, revision: Operation, usage: Usage): MessagePairs {
  const { both, removed, added } = pairCallbacks(base.callbacks, revision.callbacks);
  for (const { name, origin } of removed) {
    recorder.record({ kind: 'callback.removed', callback: name, base: origin, revision: revision.origin }, usage);
  }
  for (const { name, origin } of added) {
    recorder.record({ kind: 'callback.added', callback: name, base: base.origin, revision: origin }, usage);
  }
  return both.flatMap(([before, after]) => compareCallback(recorder, before, after, usage));
}

/** By name, and what is left by the messages themselves. */
function pairCallbacks(base: readonly Callback[], revision: readonly Callback[]): Pairs<Callback> {
  const { both, removed, added } = pairBy(base, revision, ({ name }) => name);
  const rest = pairBy(removed, added, ({ operations }) => operations.map(identity).sort().join('\n'));
  const paired = new Set(rest.both.flat());
  return {
    both: [...both, ...rest.both],
    removed: removed.filter((callback) => !paired.has(callback)),
    added: added.filter((callback) => !paired.has(callback)),
  };
}

function identity({ method, path }: Operation): string {
  return `${method} ${path}`;
}

function compareCallback(recorder: Recorder, base: Callback, revision: Callback, usage: Usage): MessagePairs {
  const { both, removed, added } = pairBy(base.operations, revision.operations, identity);
  const moved = movedTogether(removed, added);
  if (moved !== undefined) {
    const [before, after] = moved.map(({ path }) => path);
    const fact = { kind: 'callback.expression.changed', callback: revision.name } as const;
    const places = { base: moved[0].origin.parent ?? base.origin, revision: moved[1].origin.parent ?? revision.origin };
    recorder.record({ ...fact, before: before ?? '', after: after ?? '', ...places }, usage);
  } else {
    for (const operation of removed) {
      const fact = { kind: 'callback.removed', callback: `${base.name} ${identity(operation)}` } as const;
      recorder.record({ ...fact, base: operation.origin, revision: revision.origin }, usage);
    }
    for (const operation of added) {
      const fact = { kind: 'callback.added', callback: `${revision.name} ${identity(operation)}` } as const;
      recorder.record({ ...fact, base: base.origin, revision: operation.origin }, usage);
    }
  }
  const same = moved === undefined ? [] : pairBy(removed, added, ({ method }) => method).both;
  const pairs = [...both, ...same];
  return [...pairs, ...pairs.flatMap(([left, right]) => compareOperations(recorder, left, right))];
}

/** The messages of one expression that all go to one other expression now. */
function movedTogether(
  removed: readonly Operation[],
  added: readonly Operation[],
): readonly [Operation, Operation] | undefined {
  const [before, after] = [removed[0], added[0]];
  if (before === undefined || after === undefined) return undefined;
  const isOne = (operations: readonly Operation[]): boolean =>
    operations.every(({ path }) => path === operations[0]?.path);
  const methods = (operations: readonly Operation[]): string =>
    operations
      .map(({ method }) => method)
      .sort()
      .join(' ');
  return isOne(removed) && isOne(added) && methods(removed) === methods(added) ? [before, after] : undefined;
}
