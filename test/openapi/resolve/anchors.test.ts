import { describe, expect, test } from 'vitest';
import { documentOf, read } from '../brief.js';

describe('names, anchors and identifiers', () => {
  const ref = async (schemas: object, files: Readonly<Record<string, string>> = {}): Promise<unknown> => {
    const { components } = await read({ components: { schemas } }, '3.1.0', files);
    const target = components.schemas.get('A')?.ref?.target;
    return target && `${target.origin.file} ${target.origin.pointer}`;
  };

  test.each([
    ['#/components/schemas/a~1b', { 'a/b': {} }, '#/components/schemas/a~1b'],
    ['#/components/schemas/a~0b', { 'a~b': {} }, '#/components/schemas/a~0b'],
    ['#/components/schemas/a%20%7Bb%7D', { 'a {b}': {} }, '#/components/schemas/a {b}'],
    ['#/components/schemas/a%b', { 'a%b': {} }, '#/components/schemas/a%b'],
    ['#/components/schemas/caf%C3%A9', { café: {} }, '#/components/schemas/café'],
    ['#/components/schemas/', { '': {} }, '#/components/schemas/'],
    ['#/components/schemas/a#b', { 'a#b': {} }, '#/components/schemas/a#b'],
    ['#/components/schemas/constructor', { constructor: {} }, '#/components/schemas/constructor'],
    ['#/components/schemas/B/allOf/1', { B: { allOf: [{}, {}] } }, '#/components/schemas/B/allOf/1'],
    [
      '#/components/schemas/B/properties/x',
      { B: { $ref: '#/components/schemas/C' }, C: { properties: { x: {} } } },
      '#/components/schemas/C/properties/x',
    ],
    ['#pet', { B: { $defs: { x: { $anchor: 'pet' } } } }, '#/components/schemas/B/$defs/x'],
    [
      '#pet',
      { B: { properties: { example: { $anchor: 'pet' } } }, C: { example: { $anchor: 'pet' } } },
      '#/components/schemas/B/properties/example',
    ],
    ['#pet', { default: { $anchor: 'pet' } }, '#/components/schemas/default'],
    ['#pet', { B: { $dynamicAnchor: 'pet' } }, '#/components/schemas/B'],
    ['https://x.test/pet', { B: { $id: 'https://x.test/pet' } }, '#/components/schemas/B'],
    [
      'https://x.test/pet#/$defs/y',
      { B: { $id: 'https://x.test/pet', $defs: { y: {} } } },
      '#/components/schemas/B/$defs/y',
    ],
    [
      'https://x.test/pet#y',
      { B: { $id: 'https://x.test/pet', $defs: { y: { $anchor: 'y' } } } },
      '#/components/schemas/B/$defs/y',
    ],
    ['pet.json', { B: { $id: 'pet.json' } }, '#/components/schemas/B'],
    [
      'https://x.test/b/toy',
      { B: { $id: 'https://x.test/a/pet', $defs: { t: { $id: '../b/toy' } } } },
      '#/components/schemas/B/$defs/t',
    ],
  ])('%s', async (reference, schemas, expected) => {
    expect(await ref({ A: { $ref: reference }, ...schemas })).toBe(`api.json ${expected}`);
  });

  test('a pointer inside an identified schema begins there', async () => {
    const schemas = {
      A: { $ref: 'https://x.test/pet#/properties/a' },
      B: {
        $id: 'https://x.test/pet',
        $defs: { y: { title: 'y' } },
        properties: { a: { $ref: '#/$defs/y' }, b: { $ref: 'toy' } },
      },
      C: { $id: 'https://x.test/toy' },
    };
    const { components } = await read({ components: { schemas } });
    const { a, b } = Object.fromEntries(components.schemas.get('B')?.properties ?? []);
    expect([a?.ref?.target.origin.pointer, b?.ref?.target.origin.pointer]).toEqual([
      '#/components/schemas/B/$defs/y',
      '#/components/schemas/C',
    ]);
  });

  test('an anchor of another file, also below an identifier', async () => {
    const files = {
      'o.json': '{"$defs":{"x":{"$anchor":"pet"}}}',
      'i.json': '{"$id":"https://x.test/i","$defs":{"x":{"$anchor":"pet"}}}',
    };
    expect(await ref({ A: { $ref: 'o.json#pet' } }, files)).toBe('o.json #/$defs/x');
    expect(await ref({ A: { $ref: 'i.json#pet' } }, files)).toBe('i.json #/$defs/x');
  });

  test('the document by its own name, and by "$self"', async () => {
    const members = {
      components: {
        schemas: {
          A: { $ref: './api.json#/components/schemas/B' },
          B: {},
          C: { $ref: 'https://x.test/api#/components/schemas/B' },
        },
      },
    };
    const { components, bundled } = await read({ $self: 'https://x.test/api', ...members }, '3.2.0');
    expect(['A', 'C'].map((name) => components.schemas.get(name)?.ref?.target.origin.pointer)).toEqual([
      '#/components/schemas/B',
      '#/components/schemas/B',
    ]);
    expect(JSON.stringify(bundled['components'])).toBe(
      '{"schemas":{"A":{"$ref":"#/components/schemas/B"},"B":{},"C":{"$ref":"#/components/schemas/B"}}}',
    );
  });

  test('a document in one piece is its own bundle', async () => {
    const document = await read({ components: { schemas: { A: { $ref: '#/components/schemas/B' }, B: {} } } });
    expect(JSON.stringify(document.bundled)).toBe(
      documentOf({ components: { schemas: { A: { $ref: '#/components/schemas/B' }, B: {} } } }),
    );
  });
});
