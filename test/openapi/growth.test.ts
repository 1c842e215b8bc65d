import { describe, expect, test } from 'vitest';
import { readDocument } from '../../openapi/read.js';
import { readText } from '../documents.js';
import { documentOf } from './brief.js';

const list = <Value>(count: number, make: (index: number) => Value): Record<string, Value> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`S${index}`, make(index)]));
const next = (index: number, count: number, section = 'schemas'): object => ({
  $ref: `#/components/${section}/S${(index + 1) % count}`,
});

/** Documents that grow in one direction only. */
const GROWING: readonly (readonly [string, number, (count: number) => object])[] = [
  [
    'references to references',
    5_000,
    (count) => ({ components: { schemas: list(count, (index) => (index + 1 < count ? next(index, count) : {})) } }),
  ],
  [
    'a chain of properties',
    5_000,
    (count) => ({ components: { schemas: list(count, (index) => ({ properties: { next: next(index, count) } })) } }),
  ],
  [
    'a chain of allOf',
    5_000,
    (count) => ({ components: { schemas: list(count, (index) => ({ allOf: [next(index, count)] })) } }),
  ],
  [
    'a circle of references',
    5_000,
    (count) => ({
      components: { schemas: list(count, (index) => (index === 0 ? { items: next(0, count) } : next(index, count))) },
    }),
  ],
  [
    'references from parameter to parameter',
    5_000,
    (count) => ({
      components: {
        parameters: list(count, (index) =>
          index + 1 < count ? next(index, count, 'parameters') : { name: 'p', in: 'query', schema: {} },
        ),
      },
    }),
  ],
  [
    'keys of one object',
    20_000,
    (count) => ({ components: { schemas: { S: { properties: list(count, () => ({ type: 'string' })) } } } }),
  ],
  [
    'items of one list',
    20_000,
    (count) => ({ components: { schemas: { S: { enum: Object.keys(list(count, () => 1)) } } } }),
  ],
  [
    'paths',
    5_000,
    (count) => ({
      paths: Object.fromEntries(
        Object.keys(list(count, () => 1)).map((name) => [
          `/${name}`,
          { get: { responses: { 200: { description: '' } } } },
        ]),
      ),
    }),
  ],
  ['unknown fields', 5_000, (count) => ({ paths: { '/a': list(count, () => 1) } })],
];

describe('time grows with the size of the document', () => {
  test.each(GROWING)('%s', async (_, count, make) => {
    const time = async (size: number): Promise<number> => {
      const text = documentOf(make(size));
      const start = performance.now();
      const document = await readText(text, {}, 'api.json');
      expect(document.warnings.length).toBeLessThanOrEqual(size);
      return performance.now() - start;
    };
    await time(count / 10);
    const small = await time(count / 5);
    const large = await time(count);
    // Five times the size: a quadratic reader would take twenty-five times as long.
    expect(large).toBeLessThan(Math.max(600, small * 15));
  });
});

test('a chain of files is followed, each file read once', async () => {
  const count = 1_000;
  const names = Array.from({ length: count }, (_, index) => `f${index}.json`);
  const texts = names.map((_, index) => (index + 1 < count ? `{"items":{"$ref":"f${index + 1}.json"}}` : '{}'));
  const asked: string[] = [];
  const start = performance.now();
  const document = await readDocument({
    name: 'api.json',
    key: 'api.json',
    bytes: Buffer.from(documentOf({ components: { schemas: { A: { $ref: 'f0.json' } } } })),
    readFile: async (path) => {
      asked.push(path);
      return Buffer.from(texts[names.indexOf(path)] ?? '');
    },
  });
  expect(Object.keys((document.bundled['components'] as { schemas: object }).schemas)).toHaveLength(count);
  expect(asked).toEqual(names);
  expect(performance.now() - start).toBeLessThan(5_000);
});

test('what the reader does not look at is not read either', async () => {
  const files = {
    'o.json': '{"A":{"example":{"$ref":"x.json"},"properties":{"example":{"$ref":"b.json"}}},"C":{"$ref":"y.json"}}',
    'b.json': '{}',
  };
  const asked: string[] = [];
  await readDocument({
    name: 'api.json',
    key: 'api.json',
    bytes: Buffer.from(documentOf({ components: { schemas: { A: { $ref: 'o.json#/A' } } } })),
    readFile: async (path) => {
      asked.push(path);
      return Buffer.from(files[path as keyof typeof files] ?? '[');
    },
  });
  expect(asked).toEqual(['o.json', 'b.json']);
});
