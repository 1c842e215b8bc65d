import type { Change, ChangeKind, ChangeOf } from '../../../diff/change.js';
import type { Operation } from '../../../openapi/model/operation.js';
import type { Origin } from '../../../openapi/source/origin.js';

/** The changes of two documents, to be found by what they are about, with a note of which were ever needed. */
export class Told {
  readonly #byOperation = new Map<Operation, Map<ChangeKind, Change[]>>();
  readonly #all: ReadonlySet<Change>;
  readonly #needed = new Set<Change>();

  constructor(changes: readonly Change[]) {
    this.#all = new Set(changes);
    for (const change of changes) {
      for (const operation of new Set(change.usages.map((usage) => usage.operation))) {
        const kinds = this.#byOperation.get(operation) ?? new Map<ChangeKind, Change[]>();
        this.#byOperation.set(operation, kinds);
        kinds.set(change.kind, [...(kinds.get(change.kind) ?? []), change]);
      }
    }
  }

  get all(): Iterable<Change> {
    return this.#all;
  }

  has(change: Change): boolean {
    return this.#all.has(change);
  }

  need(change: Change): void {
    this.#needed.add(change);
  }

  /** Changes that nothing was made of. */
  get idle(): readonly Change[] {
    return [...this.#all].filter((change) => !this.#needed.has(change));
  }

  /** The changes of one kind that an operation of the revision uses. */
  of<Kind extends ChangeKind>(kind: Kind, operation: Operation): readonly ChangeOf<Kind>[] {
    // The map holds changes under their own kind.
    return (this.#byOperation.get(operation)?.get(kind) ?? []) as readonly Change[] as readonly ChangeOf<Kind>[];
  }

  /** Those of them that are about one element of each side, or that lie inside it. */
  at<Kind extends ChangeKind>(
    kind: Kind,
    operation: Operation,
    base: Origin,
    revision: Origin,
  ): readonly ChangeOf<Kind>[] {
    return this.of(kind, operation).filter(
      (change) => isWithin(change.base, base) && isWithin(change.revision, revision),
    );
  }
}

const segments = new WeakMap<Origin, readonly string[]>();

/** Places are asked about again and again. */
function segmentsOf(origin: Origin): readonly string[] {
  const known = segments.get(origin) ?? origin.segments;
  segments.set(origin, known);
  return known;
}

/** Whether a place is another one, or lies inside it. */
export function isWithin(place: Origin, around: Origin): boolean {
  const [inner, outer] = [segmentsOf(place), segmentsOf(around)];
  return place.file === around.file && outer.every((segment, index) => inner[index] === segment);
}

export function isSamePlace(a: Origin, b: Origin): boolean {
  return a.file === b.file && a.pointer === b.pointer;
}
