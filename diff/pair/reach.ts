import type { Direction } from '../change.js';
import type { PairFact, SchemaPair } from './schema/schema-comparison.js';

/** A way through the pairs: in one direction, or whatever the direction is. */
type Way = Direction | 'any';

/**
 * What is reached from a pair of schemas through the pairs inside it. Most pairs lead to no difference at all, and those are
 * sorted out once for all that is asked.
 */
export class Reach {
  readonly #leading: ReadonlySet<SchemaPair>;
  readonly #facts = new Map<SchemaPair, Map<Way, readonly PairFact[]>>();

  constructor(roots: Iterable<SchemaPair>) {
    this.#leading = leadingPairs(roots);
  }

  /** Every fact that concerns a direction and is reached from a pair in it; without a direction, every fact. */
  factsFrom(root: SchemaPair, direction: Direction | undefined): readonly PairFact[] {
    const way = direction ?? 'any';
    const ways = this.#facts.get(root) ?? new Map<Way, readonly PairFact[]>();
    this.#facts.set(root, ways);
    let facts = ways.get(way);
    if (facts === undefined) {
      const pairs = pairsFrom([root], direction, this.#leading);
      facts = [...pairs].flatMap((pair) => pair.facts.filter(({ only }) => !excludes(only, direction)));
      ways.set(way, facts);
    }
    return facts;
  }
}

/** The pairs reached from others in one direction. */
export function pairsFrom(
  roots: Iterable<SchemaPair>,
  direction: Direction | undefined,
  among?: ReadonlySet<SchemaPair>,
): ReadonlySet<SchemaPair> {
  const seen = new Set<SchemaPair>();
  const queue: SchemaPair[] = [];
  const meet = (pair: SchemaPair): void => {
    if (seen.has(pair) || among?.has(pair) === false) return;
    seen.add(pair);
    queue.push(pair);
  };
  for (const root of roots) meet(root);
  for (let pair = queue.pop(); pair !== undefined; pair = queue.pop()) {
    for (const child of pair.children) if (!excludes(child.only, direction)) meet(child.pair);
  }
  return seen;
}

function excludes(only: Direction | undefined, direction: Direction | undefined): boolean {
  return only !== undefined && direction !== undefined && direction !== only;
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
