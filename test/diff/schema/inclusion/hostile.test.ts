import { describe, expect, test } from 'vitest';
import { type Inclusion, Inclusions, type Reading } from '../../../../diff/schema/inclusion/inclusion.js';
import type { Json } from '../../../../openapi/source/json.js';
import { modelsOf } from '../../../../scripts/bench/containment/models-of.js';

async function decide(left: Json, right: Json, reading: Reading = 'open'): Promise<Inclusion> {
  const models = await modelsOf({ L: left, R: right });
  const [from, to] = [models.get('L'), models.get('R')];
  if (from === undefined || to === undefined) throw new TypeError('The schemas are missing.');
  return new Inclusions(reading).decide([from], [to]);
}

/** Far more than any of these takes, also on a busy machine; without a bound on the work they take minutes. */
const QUICK = 3_000;

async function quickly(left: Json, right: Json): Promise<Inclusion['kind']> {
  const start = performance.now();
  const { kind } = await decide(left, right);
  expect(performance.now() - start).toBeLessThan(QUICK);
  return kind;
}

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** An object with some properties, of which the first two are demanded. */
function object(seed: number, size = 6): { readonly [keyword: string]: Json } {
  const properties = Object.fromEntries(
    numbers(size).map((index): [string, Json] => [
      `p${(index + seed) % 9}`,
      { type: index % 2 === 0 ? 'string' : 'integer' },
    ]),
  );
  return { type: 'object', properties, required: [`p${seed % 9}`, `p${(seed + 1) % 9}`] };
}

describe('explosions end soon', () => {
  test('a union of 7 objects in itself, and in one that lost a branch', async () => {
    const branches = numbers(7).map((seed) => object(seed));
    expect(await quickly({ anyOf: branches }, { anyOf: [...branches].reverse() })).toEqual('included');
    expect(await quickly({ anyOf: branches }, { anyOf: branches.slice(1) })).toEqual('refuted');
  });

  test('five objects of which one alone must hold', async () => {
    const branches = numbers(5).map((seed) => object(seed));
    expect(await quickly({ oneOf: branches }, { oneOf: [...branches].reverse() })).toEqual('included');
    expect(await quickly({ oneOf: branches }, { oneOf: branches.slice(1) })).not.toEqual('included');
  });

  test('unions in unions, and exclusions in exclusions', async () => {
    let left: Json = { type: 'string' };
    let right: Json = { type: 'string', minLength: 1 };
    for (const depth of numbers(7)) {
      left = { anyOf: [left, { not: { allOf: [left, { maxLength: depth }] } }, left] };
      right = { oneOf: [right, { type: 'object', properties: { a: right } }] };
    }
    expect(['refuted', 'undecided']).toContain(await quickly(left, right));
  });

  test('schemas nested 300 deep', async () => {
    const nested = (inner: Json): Json => numbers(300).reduce((schema: Json) => ({ items: schema }), inner);
    expect(await quickly(nested({ type: 'string' }), nested({ type: 'string' }))).toEqual('included');
    expect(await quickly(nested({ type: 'string' }), nested({ type: 'integer' }))).toEqual('undecided');
  });

  test('200,000 listed values', async () => {
    const values = numbers(200_000).map((index) => `v${index}`);
    expect(await quickly({ enum: values }, { enum: [...values].reverse() })).toEqual('included');
    expect(await decide({ enum: [...values, 'x'] }, { enum: values })).toEqual({ kind: 'refuted', witness: 'x' });
  });

  test('expressions made to run for ages', async () => {
    expect(await quickly({ enum: [`${'a'.repeat(5_000)}b`] }, { pattern: '^(a+)+$' })).toEqual('refuted');
    expect(await quickly({ pattern: '^(a|a)*$' }, { pattern: '^(a|aa)+$|^$' })).toEqual('included');
    expect(await quickly({ pattern: '^(?:.{1,900}){1,900}$' }, { pattern: 'x' })).toEqual('undecided');
    expect(await quickly({ pattern: '(a)(b)\\2\\1x' }, { pattern: '^(.*)\\1+$' })).toEqual('undecided');
  });

  test('texts and arrays too long to be shown', async () => {
    expect(await quickly({ type: 'string', minLength: 1e9 }, { maxLength: 5 })).toEqual('undecided');
    expect(await quickly({ type: 'array', minItems: 1e9 }, { maxItems: 5 })).toEqual('undecided');
    expect(await quickly({ type: 'array', minItems: 1e9 }, { type: 'array' })).toEqual('included');
  });
});

describe('names and numbers that are traps', () => {
  test('names that objects inherit', async () => {
    const properties = JSON.parse('{"__proto__":{"type":"string"},"constructor":{"type":"integer"}}');
    const left = { type: 'object', properties, required: ['__proto__', 'constructor'] };
    expect(await decide(left, left)).toEqual({ kind: 'included' });
    expect(await decide({ type: 'object' }, { required: ['toString'] })).toEqual({ kind: 'refuted', witness: {} });
  });

  test('integers that binary numbers do not hold', async () => {
    const left = { type: 'integer', maximum: 9007199254740993n, minimum: 9007199254740993n };
    expect(await decide(left, { maximum: 9007199254740992n })).toEqual({ kind: 'refuted', witness: 9007199254740993n });
    expect(await decide({ type: 'integer', format: 'int32' }, { format: 'int64' })).toEqual({ kind: 'included' });
    expect((await decide({ type: 'integer', format: 'int64' }, { format: 'int32' })).kind).toEqual('refuted');
  });

  test('fractions count by their digits', async () => {
    expect(await decide({ multipleOf: 0.3 }, { multipleOf: 0.1 })).toEqual({ kind: 'included' });
    expect(await decide({ type: 'number', multipleOf: 0.1 }, { multipleOf: 0.3 })).toEqual({
      kind: 'refuted',
      witness: 1,
    });
  });
});
