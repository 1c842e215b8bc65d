/** Stands below all that is open: what rests on the limit rests on it for good. */
const LIMIT = -1;
const NOTHING_ASSUMED = Number.POSITIVE_INFINITY;

/** What was found; `null` where nothing can be told. */
export type Findings<Key extends object, Found> = Pick<WeakMap<Key, Found | null>, 'get' | 'set'>;

/**
 * What is found of one value, for each schema once, however many references lead to it. What is met again while it is looked into
 * cannot be told there, and what could not be told for that reason stands only until it turns out to be wrong.
 */
export class Judgements<Key extends object, Found> {
  readonly #known: Findings<Key, Found>;
  readonly #maxDepth: number;
  /** What is being looked into, each with its place among all that is. */
  readonly #open = new Map<Key, number>();
  /** What could not be told, each with the lowest place for which that was assumed. */
  readonly #assumed = new Map<Key, number>();
  readonly #assumedInOrder: Key[] = [];
  /** The lowest place that was met again since the innermost one was opened. */
  #lowest = NOTHING_ASSUMED;

  /** @param known what is found is remembered there */
  constructor(maxDepth: number, known: Findings<Key, Found> = new Map()) {
    this.#maxDepth = maxDepth;
    this.#known = known;
  }

  /** What is known, else what `find` finds. */
  of(key: Key, depth: number, find: () => Found | undefined): Found | undefined {
    const known = this.#known.get(key);
    if (known !== undefined) return known ?? undefined;
    const again = this.#open.get(key) ?? this.#assumed.get(key) ?? (depth > this.#maxDepth ? LIMIT : undefined);
    if (again !== undefined) {
      if (again < this.#lowest) this.#lowest = again;
      return undefined;
    }
    const outside = this.#lowest;
    const assumedBefore = this.#assumedInOrder.length;
    const place = this.#open.size;
    this.#lowest = NOTHING_ASSUMED;
    this.#open.set(key, place);
    const found = find();
    this.#open.delete(key);
    const rests = found === undefined && this.#lowest < place;
    if (rests) this.#assume(key, assumedBefore);
    else {
      this.#settle(assumedBefore, found);
      this.#known.set(key, found ?? null);
    }
    this.#lowest = rests ? Math.min(outside, this.#lowest) : outside;
    return found;
  }

  #assume(key: Key, from: number): void {
    this.#assumedInOrder.push(key);
    for (let index = from; index < this.#assumedInOrder.length; index++) {
      const inner = this.#assumedInOrder[index];
      if (inner !== undefined && this.#lowest < (this.#assumed.get(inner) ?? NOTHING_ASSUMED))
        this.#assumed.set(inner, this.#lowest);
    }
  }

  /** What rested on one that cannot be told is known with it; what rested on one that can is to be looked into again. */
  #settle(from: number, found: Found | undefined): void {
    if (this.#assumedInOrder.length === from) return;
    for (const inner of this.#assumedInOrder.splice(from)) {
      this.#assumed.delete(inner);
      if (found === undefined) this.#known.set(inner, null);
    }
  }
}
