import type { Direction } from '../change.js';
import { excludes, type Part, Parts } from './reach-parts.js';
import type { PairFact, SchemaPair } from './schema/schema-comparison.js';

/** A way through the pairs: in one direction, or whatever the direction is. */
type Way = Direction | 'any';

const NOTHING: readonly PairFact[] = [];

/**
 * What is reached from a pair of schemas through the pairs inside it. Most pairs lead to no difference at all, and those are
 * sorted out once for all that is asked; pairs that lead to one another lead to the same.
 */
export class Reach {
  readonly #leading: ReadonlySet<SchemaPair>;
  readonly #parts = new Map<Way, Parts>();
  readonly #facts = new Map<Part, readonly PairFact[]>();

  constructor(roots: Iterable<SchemaPair>) {
    this.#leading = leadingPairs(roots);
  }

  /**
   * Every fact that concerns a direction and is reached from a pair in it; without a direction, every fact. Pairs from which the
   * same is reached are mostly given the same list.
   */
  factsFrom(root: SchemaPair, direction: Direction | undefined): readonly PairFact[] {
    if (!this.#leading.has(root)) return NOTHING;
    const way = direction ?? 'any';
    const parts = this.#parts.get(way) ?? new Parts(this.#leading, direction);
    this.#parts.set(way, parts);
    const part = parts.of(root);
    let facts = this.#facts.get(part);
    if (facts === undefined) {
      facts = factsIn(part);
      this.#facts.set(part, facts);
    }
    return facts;
  }
}

function factsIn(root: Part): readonly PairFact[] {
  const seen = new Set([root]);
  const queue = [root];
  const facts: PairFact[] = [];
  for (let part = queue.pop(); part !== undefined; part = queue.pop()) {
    for (const fact of part.facts) facts.push(fact);
    for (const child of part.children) {
      if (seen.has(child)) continue;
      seen.add(child);
      queue.push(child);
    }
  }
  return facts;
}

/** The pairs reached from others in one direction. */
export function pairsFrom(roots: Iterable<SchemaPair>, direction: Direction | undefined): ReadonlySet<SchemaPair> {
  const seen = new Set<SchemaPair>(roots);
  const queue = [...seen];
  for (let pair = queue.pop(); pair !== undefined; pair = queue.pop()) {
    for (const child of pair.children) {
      if (seen.has(child.pair) || excludes(child.only, direction)) continue;
      seen.add(child.pair);
      queue.push(child.pair);
    }
  }
  return seen;
}

/** The pairs that have facts, and those that lead to one. */
function leadingPairs(roots: Iterable<SchemaPair>): ReadonlySet<SchemaPair> {
  const parents = new Map<SchemaPair, SchemaPair[]>();
  const leading = new Set<SchemaPair>();
  for (const pair of pairsFrom(roots, undefined)) {
    if (pair.facts.length > 0) leading.add(pair);
    for (const child of pair.children) {
      const known = parents.get(child.pair);
      if (known === undefined) parents.set(child.pair, [pair]);
      else known.push(pair);
    }
  }
  const queue = [...leading];
  for (let pair = queue.pop(); pair !== undefined; pair = queue.pop()) {
    for (const parent of parents.get(pair) ?? []) {
      if (leading.has(parent)) continue;
      leading.add(parent);
      queue.push(parent);
    }
  }
  return leading;
}
