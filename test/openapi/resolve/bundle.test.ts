import { describe, expect, test } from 'vitest';
import { read } from '../brief.js';

const bundled = async (members: object, files: Readonly<Record<string, string>>, line = '3.1.0'): Promise<object> => {
  const { openapi: _, info: __, ...rest } = (await read(members, line, files)).bundled;
  return JSON.parse(JSON.stringify(rest));
};

describe('a bundle', () => {
  test('holds what other files hold as components, under free names', async () => {
    const members = {
      components: {
        schemas: {
          Pet: { type: 'string' },
          A: { items: { $ref: 'o.json#/Pet' } },
          B: { $ref: 'o.json#/Pet/properties/x y' },
          C: { not: { $ref: 'whole.v1.json' } },
        },
      },
    };
    const files = {
      'o.json': '{"Pet":{"properties":{"x y":{"type":"object"},"self":{"$ref":"#/Pet"}}}}',
      'whole.v1.json': '{"const":1}',
    };
    expect(await bundled(members, files)).toEqual({
      paths: {},
      components: {
        schemas: {
          Pet: { type: 'string' },
          A: { items: { $ref: '#/components/schemas/Pet_2' } },
          B: { type: 'object' },
          C: { not: { $ref: '#/components/schemas/whole.v1' } },
          Pet_2: { properties: { 'x y': { type: 'object' }, self: { $ref: '#/components/schemas/Pet_2' } } },
          'whole.v1': { const: 1 },
        },
      },
    });
  });

  test('gives a component that is a reference to another file its content, and others a reference to it', async () => {
    const members = {
      components: {
        schemas: { A: { $ref: 'o.json#/X' }, B: { $ref: 'o.json#/X' }, C: { items: { $ref: 'o.json#/X' } } },
      },
    };
    expect(await bundled(members, { 'o.json': '{"X":{"properties":{"x":{"$ref":"#/X"}}}}' })).toEqual({
      paths: {},
      components: {
        schemas: {
          A: { properties: { x: { $ref: '#/components/schemas/A' } } },
          B: { $ref: '#/components/schemas/A' },
          C: { items: { $ref: '#/components/schemas/A' } },
        },
      },
    });
  });

  test('tells objects apart by where they stand, not by how they are named', async () => {
    const S = { $ref: 'o.json#/S' };
    const members = {
      paths: {
        '/a': {
          get: {
            responses: {
              default: { $ref: 'o.json#/R' },
              200: {
                description: '',
                headers: { 'x-rate': { $ref: 'o.json#/H' } },
                content: { 'x-own': { schema: S, examples: { value: { $ref: 'o.json#/E' } } } },
              },
            },
          },
        },
      },
      components: {
        schemas: {
          headers: { properties: { parameters: S, headers: { items: S }, example: S, 'x-y': S } },
          default: { items: S },
          value: { allOf: [S] },
        },
      },
    };
    const files = {
      'o.json': JSON.stringify({
        S: { type: 'string' },
        R: { description: 'r' },
        H: { schema: {} },
        E: { value: { $ref: 'kept' } },
      }),
    };
    const T = { $ref: '#/components/schemas/S' };
    expect(await bundled(members, files)).toEqual({
      paths: {
        '/a': {
          get: {
            responses: {
              default: { $ref: '#/components/responses/R' },
              200: {
                description: '',
                headers: { 'x-rate': { $ref: '#/components/headers/H' } },
                content: { 'x-own': { schema: T, examples: { value: { $ref: '#/components/examples/E' } } } },
              },
            },
          },
        },
      },
      components: {
        schemas: {
          headers: { properties: { parameters: T, headers: { items: T }, example: T, 'x-y': T } },
          default: { items: T },
          value: { allOf: [T] },
          S: { type: 'string' },
        },
        responses: { R: { description: 'r' } },
        headers: { H: { schema: {} } },
        examples: { E: { value: { $ref: 'kept' } } },
      },
    });
  });

  test('leaves data alone', async () => {
    const data = { $ref: 'o.json#/S', properties: { a: { $ref: 'o.json#/S' } } };
    const members = {
      components: {
        schemas: {
          A: { $ref: 'o.json#/S' },
          B: { default: data, enum: [data], const: data, example: data, examples: [data], 'x-own': data },
        },
      },
      'x-own': data,
    };
    expect(await bundled(members, { 'o.json': '{"S":{"type":"object"}}' })).toEqual({
      paths: {},
      components: { schemas: { A: { type: 'object' }, B: members.components.schemas.B } },
      'x-own': data,
    });
  });

  test('moves what an extension holds to the components', async () => {
    const members = {
      'x-parts': { Own: { properties: { s: { $ref: 'o.json#/S' } } } },
      components: { schemas: { A: { items: { $ref: '#/x-parts/Own' } }, B: { items: { $ref: 'o.json#/S' } } } },
    };
    expect(await bundled(members, { 'o.json': '{"S":{"type":"object"}}' })).toEqual({
      paths: {},
      'x-parts': members['x-parts'],
      components: {
        schemas: {
          A: { items: { $ref: '#/components/schemas/Own' } },
          B: { items: { $ref: '#/components/schemas/S' } },
          Own: { properties: { s: { $ref: '#/components/schemas/S' } } },
          S: { type: 'object' },
        },
      },
    });
  });

  test('copies path items to their place, with what stands beside the reference', async () => {
    const members = {
      paths: {
        '/a/{id}': {
          $ref: 'o.json#/item',
          summary: 'own',
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }, { $ref: 'o.json#/q' }],
          get: {},
        },
        '/b/{id}': { $ref: 'o.json#/item' },
      },
    };
    const files = {
      'o.json': JSON.stringify({
        item: {
          summary: 'beneath',
          parameters: [
            { name: 'id', in: 'path', required: true, schema: {} },
            { $ref: '#/q' },
            { name: 'H', in: 'header', schema: {} },
          ],
          get: { summary: 'beneath' },
          put: {},
        },
        q: { name: 'q', in: 'query', schema: {} },
      }),
    };
    const q = { $ref: '#/components/parameters/q' };
    const id = { name: 'id', in: 'path', required: true, schema: {} };
    const H = { name: 'H', in: 'header', schema: {} };
    expect(await bundled(members, files)).toEqual({
      paths: {
        '/a/{id}': { summary: 'own', parameters: [{ ...id, schema: { type: 'integer' } }, q, H], get: {}, put: {} },
        '/b/{id}': { summary: 'beneath', parameters: [id, q, H], get: { summary: 'beneath' }, put: {} },
      },
      components: { parameters: { q: { name: 'q', in: 'query', schema: {} } } },
    });
  });

  test('closes a circle of path items of other files', async () => {
    const files = { 'o.json': JSON.stringify({ post: { callbacks: { c: { '{$url}': { $ref: 'o.json' } } } } }) };
    expect(await bundled({ paths: { '/a': { $ref: 'o.json' } } }, files)).toEqual({
      paths: { '/a': { post: { callbacks: { c: { '{$url}': { $ref: '#/paths/~1a' } } } } } },
    });
  });
});
