import { describe, expect, test } from 'vitest';
import type { ApiDocument } from '../../../openapi/model/document.js';
import { type Comparable, Sameness } from '../../../openapi/model/sameness.js';
import { readText } from '../../documents.js';
import { documentOf } from '../brief.js';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const answer = (schema: object) => ({ 200: { description: '', content: { 'a/b': { schema } } } });

/** A → B → C → A is a circle; D stands alone; `/c` and E reach C. */
const DOCUMENT = {
  servers: [{ url: '/v1' }],
  security: [{ key: [] }],
  paths: {
    '/c/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      get: { responses: answer(ref('C')) },
      put: { responses: answer({ type: 'string' }) },
    },
    '/d': { get: { responses: answer(ref('D')) } },
  },
  webhooks: { w: { post: { responses: answer(ref('D')) } } },
  components: {
    schemas: {
      A: { properties: { b: ref('B') } },
      B: { items: ref('C') },
      C: { allOf: [ref('A')] },
      D: { type: 'string', enum: ['x', 'y'] },
      E: { oneOf: [{ type: 'object' }], discriminator: { propertyName: 'kind', mapping: { c: 'C' } } },
      F: { properties: { __proto__: null, constructor: { type: 'string' }, $ref: ref('D') } },
    },
    securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'k' } },
  },
};

function elements({ operations, webhooks, paths, components }: ApiDocument): ReadonlyMap<string, Comparable> {
  return new Map<string, Comparable>([
    ...[...operations, ...webhooks].map((one) => [`${one.method} ${one.path}`, one] as const),
    ...paths.map((one) => [one.path, one] as const),
    ...components.schemas,
  ]);
}

/** The elements of both texts that are not known to be the same in them. */
async function differing(
  base: string,
  revision: string,
  name = 'api.json',
  ignored?: ReadonlySet<string>,
): Promise<readonly string[]> {
  const [before, after] = [await readText(base, {}, name), await readText(revision, {}, name)];
  const sameness = new Sameness(before, after, ignored);
  const others = elements(after);
  return [...elements(before)].flatMap(([key, one]) => {
    const other = others.get(key);
    return other === undefined || sameness.same(one, other) ? [] : [key];
  });
}

const ALL = ['GET /c/{id}', 'PUT /c/{id}', 'GET /d', 'POST w', '/c/{id}', '/d', 'A', 'B', 'C', 'D', 'E', 'F'];
const OPERATIONS = ['GET /c/{id}', 'PUT /c/{id}', 'GET /d', 'POST w', '/c/{id}', '/d'];
const TEXT = documentOf(DOCUMENT);

/** What is replaced in the text of the document, and what is no longer the same then. */
const EDITS: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['nothing', '', '', []],
  ['one of a circle', '"items"', '"contains"', ['GET /c/{id}', '/c/{id}', 'A', 'B', 'C', 'E']],
  ['a value of a list', '["x","y"]', '["x","z"]', ['GET /d', 'POST w', '/d', 'D', 'F']],
  ['the order of a list', '["x","y"]', '["y","x"]', ['GET /d', 'POST w', '/d', 'D', 'F']],
  ['the order of keys', '"type":"string","enum":["x","y"]', '"enum":["x","y"],"type":"string"', []],
  ['a key more', '"enum":["x","y"]', '"enum":["x","y"],"title":"D"', ['GET /d', 'POST w', '/d', 'D', 'F']],
  ['a mapping', '{"c":"C"}', '{"c":"A"}', ['E']],
  ['one operation', '"type":"string"}}}}}}', '"type":"number"}}}}}}', ['PUT /c/{id}', '/c/{id}']],
  ['a path-level parameter', '"name":"id"', '"description":"","name":"id"', ['GET /c/{id}', 'PUT /c/{id}', '/c/{id}']],
  ['what all operations inherit', '/v1', '/v2', OPERATIONS],
  ['a security scheme', '"name":"k"', '"name":"K"', OPERATIONS],
  ['an own key that objects inherit', '"constructor":{"type":"string"}', '"toString":{"type":"string"}', ['F']],
  ['the key __proto__', '"properties":{"constructor"', '"properties":{"__proto__":{},"constructor"', ['F']],
  ['the line of the specification', '"3.1.0"', '"3.2.0"', ALL],
  ['a name that is reached by no pointer', '"D":', '"X":{"$anchor":"x"},"Y":{"$ref":"#x"},"D":', ALL],
];

describe('what means the same in two documents', () => {
  test.each(EDITS)('after an edit of %s', async (_, from, to, expected) => {
    expect(TEXT).toContain(from);
    expect(await differing(TEXT, TEXT.replace(from, to))).toEqual(expected);
    expect(await differing(TEXT.replace(from, to), TEXT)).toEqual(expected);
  });

  test.each(EDITS)('component schemas by their names, after an edit of %s', async (_, from, to, expected) => {
    const [before, after] = [
      await readText(TEXT, {}, 'api.json'),
      await readText(TEXT.replace(from, to), {}, 'api.json'),
    ];
    const sameness = new Sameness(before, after);
    const names = [...before.components.schemas.keys()];
    expect(names.filter((name) => !sameness.sameComponentSchema(name))).toEqual(
      expected.filter((name) => names.includes(name)),
    );
  });

  test('an own key __proto__ is not confused with the prototype', async () => {
    const [left, right] = ['{"__proto__":{},"a":{}}', '{"b":{},"a":{}}'].map((properties) =>
      TEXT.replace('"properties":{"constructor"', `"properties":${properties},"not":{"constructor"`).replace(
        '"$ref":{"$ref":"#/components/schemas/D"}}}',
        '"x":1}}',
      ),
    );
    expect(await differing(left ?? '', right ?? '')).toEqual(['F']);
  });

  test('a union made of "nullable" has the text of its branches, so it is never sure', async () => {
    const anyOf = [{ type: 'string' }];
    const schemas = {
      N: { nullable: true, anyOf },
      T: { type: 'string', nullable: true, anyOf },
      P: { type: 'string', nullable: true },
    };
    const text = documentOf({ components: { schemas } }, '3.0.3');
    expect(await differing(text, text)).toEqual(['N', 'T']);
  });

  test('a document with an alias or of several files is never sure', async () => {
    const yaml = 'openapi: 3.1.0\ninfo: {title: a, version: b}\ncomponents: {schemas: {A: &a {type: string}, B: *a}}\n';
    expect(await differing(yaml, yaml, 'api.yaml')).toEqual(['A', 'B']);
    expect(await differing(yaml.replace('*a', '{}'), yaml.replace('*a', '{}'), 'api.yaml')).toEqual([]);
  });

  test('ignored fields are keywords, never names or data that look like them', async () => {
    const schema = (description: string) => ({ type: 'string', description });
    const made = (text: string) =>
      documentOf({
        paths: { '/a': { get: { summary: text, responses: { 200: { description: text, links: {} } } } } },
        components: {
          schemas: {
            keyword: { description: text, items: schema(text), anyOf: [schema(text)] },
            property: { properties: { description: { const: text } } },
            data: { enum: [{ description: text }] },
            extension: { 'x-a': { description: text } },
            dependency: { dependentRequired: { description: [text] } },
            mapping: { discriminator: { propertyName: 'a', mapping: { description: text } } },
          },
        },
      });
    expect(await differing(made('a'), made('b'), 'api.json', new Set(['description', 'summary']))).toEqual([
      'property',
      'data',
      'extension',
      'dependency',
      'mapping',
    ]);
  });

  test('names that a reference spells otherwise are never sure', async () => {
    const text = documentOf({
      components: { schemas: { 'a/b': {}, a: { b: {} }, c: { $ref: '#/components/schemas/a/b' }, d: ref('a~1b') } },
    });
    expect(await differing(text, text)).toEqual(['c', 'd']);
  });
});
