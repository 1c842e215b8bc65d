import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, test } from 'vitest';
import type { Json, JsonObject } from '../../openapi/source/json.js';
import { runs, seed } from '../fuzz.js';
import { hasShared, shared } from '../shared.js';
import { expectSameAtOnce } from './brief.js';
import { changed, DOCUMENT, pathsOf, REPLACEMENTS } from './mutation.js';

/** An object of the mutation test without the identifiers, which make the reader read everything at once. */
function withoutIds(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value as JsonObject).filter(([key]) => key !== '$id' && key !== '$anchor');
  return Object.fromEntries(
    members.map(([key, member]) => [key, member === '#t' ? '#/components/schemas/S' : withoutIds(member ?? null)]),
  );
}

/** What readers of OpenAPI 3.0 have to look at, and operations in which nothing is wrong. */
const LINE_30: Json = {
  openapi: '3.0.3',
  info: { title: 'T', version: '1' },
  security: [{ key: [] }],
  paths: {
    '/a/{id}/{b}': {
      parameters: [{ name: 'b', in: 'path', required: true, schema: { type: 'string' } }],
      get: {
        tags: ['a'],
        summary: 's',
        externalDocs: { url: 'u' },
        operationId: 'a',
        parameters: [
          { $ref: '#/components/parameters/id' },
          {
            name: 'q',
            in: 'query',
            style: 'deepObject',
            schema: { type: 'object', properties: {} },
            examples: { e: {} },
          },
          { name: 'X-A', in: 'header', schema: { type: 'integer' }, deprecated: false, example: 1 },
        ],
        requestBody: { $ref: '#/components/requestBodies/body' },
        responses: {
          '200': { description: 'd', content: { 'a/b': { schema: { $ref: '#/components/schemas/S' } } } },
          '4XX': { $ref: '#/components/responses/error' },
          default: {
            description: 'd',
            headers: { h: { schema: { type: 'string' } }, i: { $ref: '#/components/headers/i' } },
            content: {
              'a/b': { examples: { e: { $ref: '#/components/examples/e' } }, encoding: { a: { style: 'form' } } },
            },
          },
        },
        security: [{}, { key: ['s'] }],
      },
    },
  },
  'x-webhooks': {
    // The name is no template.
    '{w}': {
      parameters: [{ name: 'w', in: 'header', schema: { type: 'string' } }],
      post: {
        operationId: 'w',
        parameters: [{ name: 'X-W', in: 'header', schema: { type: 'string' }, example: 1 }],
        requestBody: { required: true, content: { 'a/b': { schema: { $ref: '#/components/schemas/S' } } } },
        responses: { '200': { description: 'd' } },
        security: [{ key: ['s'] }],
      },
    },
  },
  components: {
    schemas: {
      S: {
        type: 'object',
        nullable: true,
        required: ['a'],
        properties: {
          a: { type: 'string', nullable: true, enum: ['x', null], pattern: '^x', minLength: 1, maxLength: 2 },
          b: { type: 'array', items: { $ref: '#/components/schemas/T' }, uniqueItems: true, minItems: 0 },
          c: { type: 'number', minimum: 1, exclusiveMinimum: true, multipleOf: 2, default: 4, example: 4 },
        },
        additionalProperties: false,
      },
      T: {
        description: 'd',
        oneOf: [{ $ref: '#/components/schemas/S' }, { allOf: [{ $ref: '#/components/schemas/S' }], not: {} }],
        discriminator: { propertyName: 'a', mapping: { x: 'S' } },
        readOnly: true,
        writeOnly: false,
        'x-a': { $ref: 'gone.json' },
      },
    },
    parameters: { id: { name: 'id', in: 'path', required: true, schema: { $ref: '#/components/schemas/S' } } },
    requestBodies: { body: { content: { 'a/b': { schema: { items: { type: 'string' } } } } } },
    responses: { error: { description: 'e' } },
    headers: { i: { schema: { type: 'string' } } },
    examples: { e: { value: { $ref: 1 } } },
    securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'k' } },
  },
};

const DOCUMENTS: readonly Json[] = [
  LINE_30,
  { ...(LINE_30 as JsonObject), openapi: '3.1.0' },
  withoutIds(DOCUMENT),
  { ...(withoutIds(DOCUMENT) as JsonObject), openapi: '3.0.0' },
];

describe('reading on demand yields what reading at once does', () => {
  test.each(DOCUMENTS.map((document, index) => [index, document] as const))('document %i', async (_, document) => {
    await expectSameAtOnce(JSON.stringify(document));
  });

  test.each(['parameters', 'requestBody', 'responses', 'callbacks', 'security', 'servers', 'tags'])(
    'with null as %s of an operation that needs none',
    async (key) => {
      const get = { responses: { '200': { description: 'd' } }, [key]: null };
      await expectSameAtOnce(
        JSON.stringify({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: { '/a': { get } } }),
      );
    },
  );

  const cases = DOCUMENTS.flatMap((document) => pathsOf(document).map((path) => ({ document, path })));

  test('with any one subtree deleted or replaced', async () => {
    const end = performance.now() + 8_000;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cases.filter(({ path }) => path.length > 0)),
        fc.oneof(
          fc.constantFrom(...REPLACEMENTS),
          fc.constantFrom(...cases).map(({ document, path }) => at(document, path)),
        ),
        async ({ document, path }, replacement) => {
          const value = changed(document, path, replacement);
          await expectSameAtOnce(JSON.stringify(value, (_key, member) => (typeof member === 'bigint' ? 1e16 : member)));
        },
      ),
      {
        numRuns: runs(4_000),
        seed: seed(11),
        interruptAfterTimeLimit: Math.max(0, end - performance.now()),
        markInterruptAsFailure: false,
      },
    );
  });
});

function at(value: Json, path: readonly (string | number)[]): Json {
  return path.reduce<Json>((part, key) => (part as Readonly<Record<string | number, Json>>)[key] ?? null, value);
}

describe.skipIf(!hasShared)('published documents', () => {
  const real: readonly { readonly path: string }[] = hasShared
    ? JSON.parse(readFileSync(join(shared, 'real-world/manifest.json'), 'utf8'))
    : [];
  const files = real.map(({ path }) => join(shared, 'real-world', path)).filter((path) => path.endsWith('.json'));
  test.each([...files, join(shared, 'pairs/stripe/2021-10.json')])('%s', async (path) => {
    await expectSameAtOnce(readFileSync(path, 'utf8'));
  });
});
