import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Direction } from '../../../diff/change.js';
import { pairsFrom, Reach } from '../../../diff/pair/reach.js';
import { type PairFact, SchemaPair } from '../../../diff/pair/schema/schema-comparison.js';
import { Origin } from '../../../openapi/source/origin.js';
import { runs, seed } from '../../fuzz.js';

type Only = Direction | undefined;

function pairWith(facts: readonly Only[]): SchemaPair {
  const pair = new SchemaPair(() => {
    throw new Error('Nobody has to look at the schemas.');
  });
  const [base, revision] = [Origin.root('base'), Origin.root('revision')];
  const schemas = { base: [], revision: [], stated: { base: [], revision: [] } };
  const data = { kind: 'schema.undecidable', reason: 'none' } as const;
  pair.facts.push(...facts.map((only): PairFact => ({ data, base, revision, schemas, only })));
  return pair;
}

/** The same by its definition: all facts of all pairs on any way in the direction. */
function expected(root: SchemaPair, direction: Only): ReadonlySet<PairFact> {
  const concerns = (only: Only): boolean => only === undefined || direction === undefined || only === direction;
  const facts = [...pairsFrom([root], direction)].flatMap((pair) => pair.facts);
  return new Set(facts.filter(({ only }) => concerns(only)));
}

const only = fc.constantFrom<Only>(undefined, undefined, 'request', 'response');
const graph = fc.record({
  facts: fc.array(fc.array(only, { maxLength: 1 }), { minLength: 1, maxLength: 9 }),
  edges: fc.array(fc.tuple(fc.nat(8), fc.nat(8), only), { maxLength: 20 }),
});

test('in any graph of pairs, whatever is asked first, all facts on the way are reached, each once', () => {
  fc.assert(
    fc.property(graph, fc.boolean(), ({ facts, edges }, isReversed) => {
      const pairs = facts.map(pairWith);
      for (const [from, to, way] of edges) {
        const [pair, child] = [pairs[from % pairs.length], pairs[to % pairs.length]];
        if (pair !== undefined && child !== undefined) pair.children.push({ pair: child, only: way });
      }
      const reach = new Reach(pairs);
      for (const pair of isReversed ? pairs.toReversed() : pairs) {
        for (const direction of [undefined, 'request', 'response'] as const) {
          const found = reach.factsFrom(pair, direction);
          expect([new Set(found), found.length]).toEqual([expected(pair, direction), expected(pair, direction).size]);
        }
      }
    }),
    { seed: seed(3), numRuns: runs(500) },
  );
});

test('pairs that only lead to others are given the list of those', () => {
  const [outer, inner, first, second] = [pairWith([]), pairWith([]), pairWith([undefined]), pairWith([undefined])];
  outer.children.push({ pair: inner, only: undefined }, { pair: pairWith([]), only: undefined });
  inner.children.push({ pair: first, only: undefined });
  first.children.push({ pair: second, only: undefined });
  second.children.push({ pair: first, only: undefined });
  const reach = new Reach([outer]);
  const facts = reach.factsFrom(outer, 'request');
  expect(facts).toHaveLength(2);
  expect([inner, first, second].map((pair) => reach.factsFrom(pair, 'request') === facts)).toEqual([true, true, true]);
});

test('a chain of a hundred thousand pairs is followed to its end', () => {
  const last = pairWith([undefined]);
  let first = last;
  for (let length = 0; length < 100_000; length++) {
    const pair = pairWith([]);
    pair.children.push({ pair: first, only: undefined });
    first = pair;
  }
  expect(new Reach([first]).factsFrom(first, 'response')).toEqual(last.facts);
});
