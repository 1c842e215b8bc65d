import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Inclusions } from '../../../../diff/schema/inclusion/inclusion.js';
import type { Schema } from '../../../../openapi/model/schema.js';
import { isArray, isObject, type Json } from '../../../../openapi/source/json.js';
import { modelsOf } from '../../../../scripts/bench/containment/models-of.js';
import { validators } from '../../../../scripts/bench/containment/validators.js';
import { runs, seed, timeout } from '../../../fuzz.js';
import { pairs, recursive, schemas } from './arbitrary.js';
import { UNIVERSE } from './universe.js';

const PAIRS = 1_200;
const TRIPLES = 400;
const SEED = seed(20260101);

async function read(components: { readonly [name: string]: Json }): Promise<(name: string) => Schema> {
  const models = await modelsOf({ ...components, R: recursive });
  return (name) => {
    const schema = models.get(name);
    if (schema === undefined) throw new TypeError(`There is no schema ${name}.`);
    return schema;
  };
}

/** Validators of A and B. Where this validator writes code that does not run, any pair of answers will do. */
function oracle(components: { readonly [name: string]: Json }): readonly ((value: Json) => boolean)[] {
  try {
    const apart = Object.entries(components).map(([name, schema]) => [name, setApart(schema)] as const);
    const made = validators(Object.fromEntries(apart), ['A', 'B']);
    for (const validate of made) for (const value of UNIVERSE) validate(value);
    return made;
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof TypeError) return [];
    throw error;
  }
}

/** The validator forgets about `contains` in an array that is shorter than the `prefixItems` beside it. */
function setApart(schema: Json): Json {
  if (isArray(schema)) return schema.map(setApart);
  if (!isObject(schema)) return schema;
  const whole = Object.fromEntries(
    Object.entries(schema).map(([key, inner]) => [key, setApart(inner ?? null)] as const),
  );
  const { contains, minContains = 1, maxContains, allOf = [], ...rest } = whole;
  if (contains === undefined || rest['prefixItems'] === undefined || !isArray(allOf)) return whole;
  const apart = { contains, minContains, ...(maxContains === undefined ? {} : { maxContains }) };
  return { ...rest, allOf: [...allOf, apart] };
}

describe('what is proved about random schemas', () => {
  test('holds for a validator and every value at hand', { timeout: timeout(PAIRS) }, async () => {
    let decided = 0;
    let all = 0;
    await fc.assert(
      fc.asyncProperty(pairs, async ([left, right]) => {
        const model = await read({ A: left, B: right });
        const answer = new Inclusions('open').decide([model('A')], [model('B')]);
        all++;
        if (answer.kind === 'undecided') return;
        decided++;
        const [acceptsLeft, acceptsRight] = oracle({ A: left, B: right, R: recursive });
        if (acceptsLeft === undefined || acceptsRight === undefined) return;
        if (answer.kind === 'refuted') {
          expect([acceptsLeft(answer.witness), acceptsRight(answer.witness)]).toEqual([true, false]);
        } else {
          expect(UNIVERSE.find((value) => acceptsLeft(value) && !acceptsRight(value))).toEqual(undefined);
        }
      }),
      { numRuns: runs(PAIRS), seed: SEED },
    );
    process.stdout.write(`decided ${decided} of ${all} random pairs\n`);
    expect(decided / all).toBeGreaterThan(0.97);
  });

  test('keeps to the laws of inclusion', { timeout: timeout(TRIPLES) }, async () => {
    await fc.assert(
      fc.asyncProperty(schemas, schemas, schemas, async (a, b, c) => {
        const model = await read({ A: a, B: b, C: c, A2: a, both: { allOf: [a, b] }, either: { anyOf: [a, b] } });
        const engine = new Inclusions('open');
        const kindOf = (left: string, right: string): string => engine.decide([model(left)], [model(right)]).kind;
        expect(kindOf('A', 'A2')).toEqual('included');
        for (const [left, right] of [
          ['both', 'A'],
          ['both', 'B'],
          ['A', 'either'],
          ['B', 'either'],
        ] as const) {
          expect([left, right, kindOf(left, right)]).not.toEqual([left, right, 'refuted']);
        }
        if (kindOf('A', 'B') === 'included' && kindOf('B', 'C') === 'included') {
          expect(kindOf('A', 'C')).not.toEqual('refuted');
        }
        // A closed sender sends less.
        if (kindOf('A', 'B') === 'included') {
          expect(new Inclusions('closed').decide([model('A')], [model('B')]).kind).not.toEqual('refuted');
        }
      }),
      { numRuns: runs(TRIPLES), seed: SEED },
    );
  });
});
