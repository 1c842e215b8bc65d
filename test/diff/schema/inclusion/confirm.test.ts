import { describe, expect, test } from 'vitest';
import { confirmWitnesses } from '../../../../diff/schema/inclusion/confirm.js';
import { sample, sampleContaining } from '../../../../diff/schema/inclusion/sample.js';
import { secondOpinion } from '../../../../diff/schema/inclusion/second-opinion.js';
import { THEN } from '../../../../diff/schema/inclusion/then.js';
import type { Schema } from '../../../../openapi/model/schema.js';
import type { Json } from '../../../../openapi/source/json.js';
import { stringify } from '../../../../openapi/source/stringify.js';
import { modelsOf } from '../../../../scripts/bench/containment/models-of.js';

async function read(components: { readonly [name: string]: Json }): Promise<(name: string) => readonly Schema[]> {
  const models = await modelsOf(components);
  return (name) => [...models].filter(([other]) => other === name).map(([, schema]) => schema);
}

const ANY: Json = {};

describe('a validator confirms', () => {
  const claims: readonly (readonly [left: Json, right: Json, witness: Json])[] = [
    [ANY, { type: 'string' }, 1],
    [ANY, { enum: ['a', 'b'] }, 'c'],
    [ANY, { enum: Array.from({ length: 200 }, (_, index) => index) }, 200],
    [{ enum: Array.from({ length: 200 }, (_, index) => index) }, { maximum: 150 }, 151],
    [ANY, { exclusiveMinimum: 1 }, 1],
    [{ type: 'integer' }, { format: 'int32' }, 2147483648],
    [ANY, { format: 'int64' }, 9223372036854775808n],
    [{ pattern: '^(a+)+$' }, { pattern: '^b' }, 'a'],
    [{ format: 'uuid' }, { format: 'date' }, '00000000-0000-0000-0000-000000000000'],
    [ANY, { properties: { a: { type: 'string' } }, required: ['b'] }, { a: 1, b: 1 }],
    [ANY, { patternProperties: { '^x': false } }, { x1: 1 }],
    [ANY, { properties: { a: true }, additionalProperties: { type: 'integer' } }, { a: 'a', b: 1, c: 'c' }],
    [ANY, { propertyNames: { maxLength: 1 } }, { ab: 1 }],
    [{ propertyNames: { maxLength: 2 } }, { maxProperties: 1 }, { a: 1, ab: 1 }],
    [{ dependentRequired: { a: ['b'] } }, { dependentSchemas: { a: { required: ['c'] } } }, { a: 1, b: 1 }],
    [{ items: { type: 'integer' } }, { prefixItems: [true, { const: 1 }] }, [1, 2]],
    [{ contains: { const: 1 }, minContains: 2 }, { contains: { const: 1 }, maxContains: 1 }, [1, 1]],
    [ANY, { prefixItems: [{ type: 'string' }], contains: { const: 1 } }, []],
    [ANY, { uniqueItems: true }, [1, 1]],
    [{ anyOf: [{ type: 'string' }, { type: 'integer' }] }, { oneOf: [{ type: 'integer' }, { minimum: 3 }] }, 4],
    [{ oneOf: [{ minimum: 3 }, { type: 'string' }] }, { not: { minimum: 2 } }, 4],
    [{ if: { minimum: 2 }, [THEN]: { multipleOf: 2 } }, { if: { minimum: 2 }, [THEN]: { multipleOf: 3 } }, 4],
    [{ if: { minimum: 2 }, else: { multipleOf: 2 } }, { if: { minimum: 5 }, else: { multipleOf: 3 } }, 2],
    [ANY, { anyOf: [{ properties: { a: true } }], unevaluatedProperties: false }, { b: 1 }],
    [ANY, { prefixItems: [true], unevaluatedItems: { type: 'string' } }, [1, 1]],
    [ANY, { properties: { constructor: { type: 'string' } } }, { constructor: 1 }],
    [ANY, { required: ['toString'] }, {}],
  ];

  test.each(
    claims.map(([left, right, witness]) => ({
      title: [left, right, witness].map(stringify).join(' '),
      left,
      right,
      witness,
    })),
  )('$title', async ({ left, right, witness }) => {
    const schema = await read({ L: left, R: right, Other: { type: 'object' } });
    const claim = { left: schema('L'), right: schema('R'), witness };
    // What does not hold beside it must not drag it down.
    const wrong = { left: schema('Other'), right: schema('L'), witness: 'a' };
    expect(confirmWitnesses([claim, wrong])).toEqual([true, false]);
    expect(confirmWitnesses([{ ...claim, left: claim.right, right: claim.left }])).toEqual([false]);
  });

  test('nothing about what is not known', async () => {
    const schema = await read({
      L: ANY,
      R: { $dynamicRef: '#meta' },
      S: { allOf: [{ $dynamicRef: '#meta' }, { const: 1 }] },
    });
    expect(confirmWitnesses([{ left: schema('L'), right: schema('R'), witness: 1 }])).toEqual([false]);
    // Whatever the reference means, 2 is not 1.
    expect(confirmWitnesses([{ left: schema('L'), right: schema('S'), witness: 2 }])).toEqual([true]);
  });

  test('no pattern that no automaton decides', async () => {
    const schema = await read({ L: ANY, R: { pattern: '^(a*)b\\1$' } });
    expect(confirmWitnesses([{ left: schema('L'), right: schema('R'), witness: 'ab' }])).toEqual([false]);
  });
});

test('what a validator said is not asked again', async () => {
  const schema = await read({
    Text: { type: 'string' },
    Short: { type: 'string', maxLength: 1 },
    Integer: { type: 'integer' },
  });
  const known = new Map<string, boolean>();
  const right = { left: schema('Text'), right: schema('Integer'), witness: 'a' };
  const wrong = { left: schema('Text'), right: schema('Short'), witness: 'a' };
  expect(confirmWitnesses([right, wrong, right], known)).toEqual([true, false, true]);
  expect([...known]).toEqual([['[{"type":["string"],"not":{"type":["integer"]}},"a"]', true]]);
  for (const text of known.keys()) known.set(text, false);
  expect(confirmWitnesses([right, { ...right, witness: 'b' }], known)).toEqual([false, true]);
});

test('what two schemas say alike is put to a validator once, and stands where it is used', async () => {
  const place: Json = {
    type: 'object',
    required: ['id', 'kind', 'name'],
    properties: {
      id: { type: 'string', maxLength: 9 },
      kind: { type: 'string', enum: ['place'] },
      name: { type: 'string', maxLength: 9 },
    },
  };
  const schema = await read({
    Place: place,
    Spot: place,
    Union: { anyOf: [{ $ref: '#/components/schemas/Place' }, { type: 'integer' }] },
    Old: { required: ['town'] },
  });
  const known = new Map<string, boolean>();
  const witness: Json = { id: 'a', kind: 'place', name: 'a' };
  const claims = [['Place'], ['Place', 'Union'], ['Spot', 'Union']].map((names) => ({
    left: names.flatMap(schema),
    right: schema('Old'),
    witness,
  }));
  expect(confirmWitnesses(claims, known)).toEqual([true, true, true]);
  const text = { type: ['string'], maxLength: 9 };
  const asked = {
    type: ['object'],
    required: ['id', 'kind', 'name'],
    properties: { id: text, kind: { type: ['string'], enum: ['place'] }, name: text },
    not: { required: ['town'] },
  };
  expect([...known]).toEqual([[JSON.stringify([asked, witness]), true]]);
});

test('a second opinion answers what lies within its words', async () => {
  const schema = await read({
    A: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
    B: { type: 'object', properties: { a: { type: 'string', maxLength: 3 } } },
    C: { enum: ['a'] },
    Cyclic: { type: 'object', properties: { next: { $ref: '#/components/schemas/Cyclic' } } },
    Wide: { anyOf: [0, 1, 2, 3, 4, 5, 6].map((minimum) => ({ type: 'object', minProperties: minimum })) },
  });
  const undecided = { kind: 'undecided', reason: 'a second opinion did not decide it either' };
  const ask = (
    left: string,
    right: string,
  ): { readonly left: readonly Schema[]; readonly right: readonly Schema[] } => ({
    left: schema(left),
    right: schema(right),
  });
  expect(
    await secondOpinion([ask('A', 'B'), ask('A', 'A'), ask('C', 'A'), ask('Cyclic', 'A'), ask('Wide', 'A')]),
  ).toEqual([{ kind: 'refuted', witness: { a: 'aaaa' } }, { kind: 'included' }, undecided, undecided, undecided]);
});

test('a sample is small, and holds a value where it is asked to', async () => {
  const schema = await read({
    Order: {
      type: 'object',
      required: ['id', 'lines'],
      properties: {
        id: { type: 'integer', minimum: 5 },
        lines: { type: 'array', minItems: 1, items: { $ref: '#/components/schemas/Line' } },
      },
    },
    Line: { type: 'object', required: ['name'], properties: { name: { type: 'string' }, note: { type: 'string' } } },
  });
  expect(sample(schema('Order'), 'closed')).toEqual({ id: 5, lines: [{ name: 'a' }] });
  expect(sampleContaining(schema('Order'), ['lines', 1, 'note'], 'here', 'closed')).toEqual({
    id: 5,
    lines: [{ name: 'a' }, { name: 'a', note: 'here' }],
  });
  expect(sampleContaining(schema('Order'), ['id'], 4, 'closed')).toEqual(undefined);
});
