import { describe, expect, test } from 'vitest';
import { refusals } from '../../documents.js';
import { brief, read, warningsOf } from '../brief.js';

const to = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

describe('schemas that hold themselves', () => {
  test.each([
    ['property', { A: { properties: { a: to('A') } } }],
    ['items', { A: { items: to('A') } }],
    ['additionalProperties', { A: { additionalProperties: to('A') } }],
    ['allOf', { A: { allOf: [to('A')] } }],
    ['oneOf', { A: { oneOf: [to('A'), { type: 'null' }] } }],
    ['anyOf and not', { A: { anyOf: [{ not: to('A') }] } }],
    ['a reference with assertions beside it', { A: { ...to('A'), type: 'object' } }],
    ['two of each other', { A: { properties: { b: to('B') } }, B: { allOf: [to('A')] } }],
    ['three, through references only at one step', { A: to('B'), B: to('C'), C: { items: to('A') } }],
    ['a part of itself', { A: { properties: { x: { items: { $ref: '#/components/schemas/A/properties/x' } } } } }],
    [
      'its parent',
      {
        A: {
          $defs: { x: { properties: { up: to('A') } } },
          properties: { x: { $ref: '#/components/schemas/A/$defs/x' } },
        },
      },
    ],
  ])('%s', async (_, schemas) => {
    const { components } = await read({ components: { schemas } });
    expect([...components.schemas.keys()]).toEqual(Object.keys(schemas));
    expect(JSON.stringify(brief(components.schemas))).toMatch(/"ref":"#\/components/);
  });

  test('are one object of the model, wherever they are reached from', async () => {
    const { components } = await read({ components: { schemas: { A: { properties: { a: to('A') } }, B: to('A') } } });
    const A = components.schemas.get('A');
    expect(A?.properties.get('a')?.ref?.target === A && components.schemas.get('B')?.ref?.target === A).toBe(true);
  });
});

describe('references that only lead to themselves', () => {
  test.each([
    ['one', { A: to('A') }, ['reference-cycle #/components/schemas/A']],
    [
      'two',
      { A: to('B'), B: to('A') },
      ['reference-cycle #/components/schemas/A', 'reference-cycle #/components/schemas/B'],
    ],
    [
      'a way into a circle',
      { X: to('A'), A: to('B'), B: to('A') },
      [
        'reference-cycle #/components/schemas/X',
        'reference-cycle #/components/schemas/A',
        'reference-cycle #/components/schemas/B',
      ],
    ],
    ['with a description', { A: { ...to('A'), description: 'x' } }, ['reference-cycle #/components/schemas/A']],
    [
      'two circles and what is right beside them',
      { A: to('A'), B: to('C'), C: to('B'), D: to('E'), E: {} },
      [
        'reference-cycle #/components/schemas/A',
        'reference-cycle #/components/schemas/B',
        'reference-cycle #/components/schemas/C',
      ],
    ],
  ])('%s', async (_, schemas, expected) => {
    expect(await faults({ components: { schemas } })).toEqual(expected);
  });

  test('OpenAPI 3.0 ignores what stands beside the reference', async () => {
    const members = { components: { schemas: { A: { ...to('A'), type: 'object' } } } };
    expect(await faults(members, '3.0.3')).toEqual(['reference-cycle #/components/schemas/A']);
  });

  test('pointers that lead through each other without end are missing', async () => {
    const schemas = { A: { $ref: '#/components/schemas/B/x' }, B: { $ref: '#/components/schemas/A/y' } };
    expect(await faults({ components: { schemas } })).toEqual([
      'reference-missing #/components/schemas/A/$ref',
      'reference-missing #/components/schemas/B/$ref',
    ]);
  });

  test('across files', async () => {
    expect(
      await refusals(
        read({ components: { schemas: { A: { $ref: 'o.json' } } } }, '3.1.0', {
          'o.json': '{"$ref":"api.json#/components/schemas/A"}',
        }),
      ),
    ).toEqual([expect.stringMatching(/^1:\d+ reference-cycle$/), '1:1 reference-cycle']);
  });
});

describe('callbacks', () => {
  const item = { post: { callbacks: { c: { '{$url}': { $ref: '#/paths/~1a' } } } } };

  test('that lead back to their operation end where the circle closes, with a warning', async () => {
    const document = await read({ paths: { '/a': item } });
    const [operation] = document.operations;
    const inner = operation?.callbacks[0]?.operations[0];
    expect([inner?.kind, inner?.path, inner?.callbacks[0]?.operations]).toEqual(['callback', '{$url}', []]);
    expect(warningsOf(document)).toEqual(['callback-cycle #/paths/~1a/post/callbacks/c/{$url}']);
  });

  test('that lead back to themselves do too', async () => {
    const callbacks = { C: { '{$url}': { post: { callbacks: { again: { $ref: '#/components/callbacks/C' } } } } } };
    const document = await read({
      paths: { '/a': { post: { callbacks: { c: { $ref: '#/components/callbacks/C' } } } } },
      components: { callbacks },
    });
    expect(warningsOf(document)).toEqual(['callback-cycle #/components/callbacks/C/{$url}']);
  });

  const chain = (count: number, width: number): object => ({
    paths: { '/a': { post: { callbacks: { c: { $ref: '#/components/callbacks/C0' } } } } },
    components: {
      callbacks: Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `C${at}`,
          at + 1 === count
            ? {}
            : {
                '{$url}': {
                  post: {
                    callbacks: Object.fromEntries(
                      Array.from({ length: width }, (_, each) => [
                        `n${each}`,
                        { $ref: `#/components/callbacks/C${at + 1}` },
                      ]),
                    ),
                  },
                },
              },
        ]),
      ),
    },
  });

  test('have a stated depth and a stated number', async () => {
    expect(await faults(chain(99, 1))).toEqual([]);
    expect(await faults(chain(3_000, 1))).toEqual(['too-deep #/components/callbacks/C100/{$url}']);
    expect(await faults(chain(60, 2))).toEqual([
      expect.stringMatching(/^callback-limit #\/components\/callbacks\/C\d+\/\{\$url\}$/),
    ]);
  });
});

test('headers inside headers have a stated depth', async () => {
  const headers = Object.fromEntries(
    Array.from({ length: 150 }, (_, at) => [
      `H${at}`,
      at === 149
        ? { schema: {} }
        : { content: { 'a/b': { encoding: { x: { headers: { h: { $ref: `#/components/headers/H${at + 1}` } } } } } } },
    ]),
  );
  expect(await faults({ components: { headers } })).toEqual([
    'too-deep #/components/headers/H100/content/a~1b/encoding/x/headers/h',
  ]);
});

/** Code and pointer of each fault. */
async function faults(members: object, line = '3.1.0'): Promise<readonly string[]> {
  const error: unknown = await read(members, line).then(
    () => undefined,
    (it: unknown) => it,
  );
  if (error === undefined) return [];
  if (!(error instanceof Error && 'diagnostics' in error && Array.isArray(error.diagnostics))) throw error;
  return error.diagnostics.map(({ code, place }) => `${code} ${place.pointer}`);
}
