import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readPath } from '../../documents.js';
import { type GeneratedExtras, generatedExtras } from './generated.js';

const FIXTURE = join(import.meta.dirname, 'fixtures/everything.yaml');

let at: GeneratedExtras;
let schemas: Record<string, unknown> = {};

beforeAll(async () => {
  at = generatedExtras();
  await at.add('everything', await readPath(FIXTURE));
  schemas = await at.load('everything/zod.ts');
});

afterAll(() => at.end());

function accepts(name: string, value: unknown): boolean {
  const schema = schemas[name];
  if (!(schema instanceof z.ZodType)) throw new Error(`There is no schema ${name}.`);
  return schema.safeParse(value).success;
}

const VALUES: readonly unknown[] = [
  ...['', 'a', 'ab', 'abc', 'abcd', 'AB', '😀😀', '😀😀😀', 'no', 'two', 'small', 'huge'],
  ...[0, 1, 9, 10, 1.5, -1.5, -2, 2, 2.25, 3 * 2 ** 53, 1e20, null, true, false],
  ...[
    [],
    [{}],
    [{}, {}],
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [1],
    ['a'],
    ['a', 1],
    ['a', 1, true],
    ['a', 1, 'b'],
    ['a', 'b'],
  ],
  ...[{}, { a: 'x' }, { a: 1 }, { a: 'x', b: 1 }, { a: 'x', b: 1, c: null }, { size: 3 }, { size: 0 }, { size: 10 }],
  ...[
    { size: 3, parts: [{ size: 3 }] },
    { size: 3, parts: [{ size: 'x' }] },
    { x: 1 },
    { x: 1, y: 2, z: 3 },
    { b: 'x' },
  ],
  ...[{ constructor: 'x' }, { constructor: 1 }, { '*/': 1, constructor: 'x' }],
];

/** What the modules leave to the caller: patterns that may take long, `__proto__`, and which one of several alternatives it is. */
const LEFT_OUT: readonly string[] = ['Slow', 'Odd'];

describe('a schema accepts what the document says', () => {
  const { components } = parse(readFileSync(FIXTURE, 'utf8'));
  const ajv = new Ajv2020.default({ strict: false });
  ajv.addSchema({ $id: 'doc', components });
  const names: Readonly<Record<string, string>> = { z: 'ZSchema', class: 'ClassSchema', Set: 'SetSchema' };
  test.each(Object.keys(components.schemas).filter((name) => !LEFT_OUT.includes(name) && name !== 'Account'))(
    '%s',
    (name) => {
      const isValid = ajv.compile({ $ref: `doc#/components/schemas/${name}` });
      const wrong = VALUES.filter((value) => accepts(names[name] ?? `${name}Schema`, value) !== isValid(value));
      // An enum of readers may grow, so that only its types are held.
      expect(
        name === 'Value' ? wrong.filter((value) => accepts('ValueSchema', value) !== isScalar(value)) : wrong,
      ).toEqual([]);
    },
  );
});

function isScalar(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}

test('what is only read or only written stands where it belongs', () => {
  const given = [
    { id: '1', kind: 'huge' },
    { secret: 's', kind: 'small' },
    { secret: 's', kind: 'huge' },
  ];
  expect(given.map((value) => accepts('AccountSchema', value))).toEqual([true, false, false]);
  expect(given.map((value) => accepts('createTreeBodySchema', value))).toEqual([false, true, false]);
});

test('a reference into a path, and data of operations', () => {
  expect([accepts('getTreeDataSchema', { size: 1 }), accepts('getTreeDataSchema', { size: 0 })]).toEqual([true, false]);
  expect([accepts('listTreesDataSchema', [{ size: 1 }]), accepts('listTreesDataSchema', {})]).toEqual([true, false]);
  expect(
    Object.keys(schemas)
      .filter((name) => /Data|Body/.test(name))
      .sort(),
  ).toEqual([
    'createTreeBodySchema',
    'createTreeDataSchema',
    'getLargeDataSchema',
    'getNothingDataSchema',
    'getTreeDataSchema',
    'listAnimalsDataSchema',
    'listTreesDataSchema',
    'newestTreeDataSchema',
  ]);
});

test('hostile names and patterns do no harm', () => {
  const start = performance.now();
  expect([accepts('SlowSchema', `${'a'.repeat(50_000)}!`), accepts('SlowSchema', 1)]).toEqual([true, false]);
  expect(accepts('OddSchema', JSON.parse('{"constructor":"x","__proto__":{"polluted":true}}'))).toBe(true);
  expect(accepts('OddSchema', {})).toBe(false);
  expect('polluted' in {}).toBe(false);
  expect(performance.now() - start).toBeLessThan(1_000);
});
