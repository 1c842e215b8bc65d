import type { Direction } from '../change.js';
import type { PairFact, SchemaPair } from './schema/schema-comparison.js';

/** Pairs that all lead to one another, or a pair alone. */
export interface Part {
  /** What differs in the pairs themselves, as far as it concerns the direction. */
  readonly facts: readonly PairFact[];
  /** The parts that pairs of this one lead to, and from which a fact is reached. */
  readonly children: ReadonlySet<Part>;
}

/** A pair that is being looked at. */
interface Frame {
  readonly pair: SchemaPair;
  readonly number: number;
  /** The least number of a pair under way that is reached from here. */
  low: number;
  next: number;
}

/**
 * The strongly connected parts of the pairs that lead to differences, in one direction (Tarjan, "Depth-first search and linear graph
 * algorithms", 1972, without recursion). A part without a fact of its own that leads to one other stands for nothing else.
 */
export class Parts {
  readonly #among: ReadonlySet<SchemaPair>;
  readonly #direction: Direction | undefined;
  readonly #parts = new Map<SchemaPair, Part>();
  /** The pairs that belong to no part yet, by their numbers. */
  readonly #open = new Map<SchemaPair, number>();
  readonly #stack: SchemaPair[] = [];
  #count = 0;

  /** @param among what is followed; everything else leads nowhere */
  constructor(among: ReadonlySet<SchemaPair>, direction: Direction | undefined) {
    this.#among = among;
    this.#direction = direction;
  }

  /** The part a pair belongs to, or the only one it leads to. */
  of(pair: SchemaPair): Part {
    const known = this.#parts.get(pair);
    if (known !== undefined) return known;
    this.#walk(pair);
    return this.#parts.get(pair) ?? { facts: [], children: new Set() };
  }

  #walk(root: SchemaPair): void {
    const path = [this.#enter(root)];
    for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
      const child = frame.pair.children[frame.next++];
      if (child === undefined) {
        path.pop();
        if (frame.low === frame.number) this.#close(frame.pair);
        const parent = path.at(-1);
        if (parent !== undefined) parent.low = Math.min(parent.low, frame.low);
      } else if (this.#follows(child)) {
        const number = this.#open.get(child.pair);
        if (number !== undefined) frame.low = Math.min(frame.low, number);
        else if (!this.#parts.has(child.pair)) path.push(this.#enter(child.pair));
      }
    }
  }

  #enter(pair: SchemaPair): Frame {
    const number = this.#count++;
    this.#open.set(pair, number);
    this.#stack.push(pair);
    return { pair, number, low: number, next: 0 };
  }

  #follows({ pair, only }: SchemaPair['children'][number]): boolean {
    return this.#among.has(pair) && !excludes(only, this.#direction);
  }

  /** Makes a part of the pairs on the stack down to the given one: all that they lead to besides are parts already. */
  #close(first: SchemaPair): void {
    const pairs = this.#stack.splice(this.#stack.lastIndexOf(first));
    const facts: PairFact[] = [];
    const children = new Set<Part>();
    for (const pair of pairs) {
      this.#open.delete(pair);
      for (const fact of pair.facts) if (!excludes(fact.only, this.#direction)) facts.push(fact);
      for (const child of pair.children) {
        const part = this.#follows(child) ? this.#parts.get(child.pair) : undefined;
        if (part !== undefined && part.facts.length + part.children.size > 0) children.add(part);
      }
    }
    const [only] = children;
    const part = facts.length === 0 && children.size === 1 && only !== undefined ? only : { facts, children };
    for (const pair of pairs) this.#parts.set(pair, part);
  }
}

/** Whether what concerns one direction only, if any, is left out in another. */
export function excludes(only: Direction | undefined, direction: Direction | undefined): boolean {
  return only !== undefined && direction !== undefined && direction !== only;
}
