import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Json } from '../../../openapi/source/json.js';
import { canonical } from '../../../openapi/source/stringify.js';
import { readText } from '../../documents.js';
import { runs, seed } from '../../fuzz.js';
import { brief } from '../brief.js';

const DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '2.10' },
  servers: [{ url: 'https://{host}', variables: { host: { default: 'a', enum: ['a', 'b'] } } }],
  security: [{ key: [] }, {}],
  tags: [{ name: 'pets' }],
  paths: {
    '/pets/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer', maximum: 9007199254740991 } }],
      get: {
        operationId: 'get',
        tags: ['pets'],
        parameters: [{ $ref: '#/components/parameters/Fields' }],
        responses: {
          '200': {
            description: 'yes: "quoted", # no comment',
            headers: { ETag: { schema: { type: 'string' } } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Pet' },
                example: { a: null, b: [1.5, -0.25, 1e-7] },
              },
            },
          },
          '4XX': { $ref: '#/components/responses/Error' },
          default: { description: '' },
        },
      },
      put: {
        requestBody: {
          required: true,
          content: {
            'application/json': { schema: { allOf: [{ $ref: '#/components/schemas/Pet' }, { required: ['name'] }] } },
          },
        },
        responses: { '204': { description: '~' } },
        security: [],
        callbacks: { changed: { '{$request.body#/url}': { post: { responses: { '200': { description: 'null' } } } } } },
      },
    },
  },
  webhooks: { created: { post: { requestBody: { content: { 'application/json': { schema: true } } } } } },
  components: {
    securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
    parameters: {
      Fields: {
        name: 'fields',
        in: 'query',
        explode: false,
        schema: { type: 'array', items: { enum: ['a', '1', 1, true, null, '2001-01-01', '0x1F', '1e3', 'yes'] } },
      },
    },
    responses: {
      Error: {
        description: 'Wrong.\nTwice.\n',
        content: { 'application/problem+json': { schema: { type: ['object', 'null'] } } },
      },
    },
    schemas: {
      Pet: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string', minLength: 1, pattern: '^[a-z]+$' },
          parent: { $ref: '#/components/schemas/Pet' },
          kind: { const: 'no' },
          '': { default: false },
        },
        additionalProperties: { type: 'number', exclusiveMinimum: 0 },
        discriminator: { propertyName: 'kind', mapping: { no: 'Pet' } },
      },
    },
  },
} as const satisfies Json;

const normal = async (text: string, name: string): Promise<string> =>
  canonical(brief(await readText(text, {}, name)) as Json);

/** The same value with its keys in the order a random source gives. */
function shuffled(value: Json, random: () => number): Json {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, random));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, member]) => [random(), key, shuffled(member ?? null, random)] as const,
  );
  return Object.fromEntries(entries.sort((a, b) => a[0] - b[0]).map(([, key, member]) => [key, member]));
}

describe('one document has one model', () => {
  const expected = normal(JSON.stringify(DOCUMENT), 'api.json');

  test.each([
    ['indented JSON', JSON.stringify(DOCUMENT, null, 2), 'api.json'],
    ['JSON with CRLF and tabs', JSON.stringify(DOCUMENT, null, '\t').replaceAll('\n', '\r\n'), 'api.json'],
    ['JSON in a file named .yaml', JSON.stringify(DOCUMENT, null, 2), 'api.yaml'],
    ['JSON with a byte order mark', `\ufeff${JSON.stringify(DOCUMENT)}`, 'api.json'],
    ['YAML', stringify(DOCUMENT), 'api.yaml'],
    ['YAML with CRLF', stringify(DOCUMENT).replaceAll('\n', '\r\n'), 'api.yaml'],
    [
      'YAML with quotes everywhere',
      stringify(DOCUMENT, { defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'QUOTE_DOUBLE' }),
      'api.yaml',
    ],
    ['YAML in flow style', `--- ${stringify(DOCUMENT, { collectionStyle: 'flow' })}`, 'api.yaml'],
    ['YAML with folded text', stringify(DOCUMENT, { blockQuote: 'folded', lineWidth: 60 }), 'api.yaml'],
  ])('%s', async (_, text, name) => {
    expect(await normal(text, name)).toBe(await expected);
  });

  test('keys in any order', async () => {
    // Operations are lists in document order, so they are compared sorted.
    const sorted = async (text: string, name: string): Promise<unknown> => {
      const model = brief(await readText(text, {}, name)) as { operations: Json[]; paths: { operations: Json[] }[] };
      const byText = (a: Json, b: Json): number => (canonical(a) < canonical(b) ? -1 : 1);
      return JSON.parse(
        canonical({
          ...model,
          operations: [...model.operations].sort(byText),
          paths: model.paths.map((item) => ({ ...item, operations: [...item.operations].sort(byText) })),
        } as unknown as Json),
      );
    };
    const original = await sorted(JSON.stringify(DOCUMENT), 'api.json');
    await fc.assert(
      fc.asyncProperty(
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        fc.boolean(),
        async (stream, asYaml) => {
          const value = shuffled(DOCUMENT, () => stream.next().value ?? 0);
          expect(await sorted(asYaml ? stringify(value) : JSON.stringify(value), asYaml ? 'a.yaml' : 'a.json')).toEqual(
            original,
          );
        },
      ),
      { numRuns: runs(25), seed: seed(7) },
    );
  });
});

test('no name is lost, whatever it is', async () => {
  const names = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    '1',
    '0',
    '-1',
    'a b',
    'a/b~c',
    '$ref2',
    'x',
    'default',
    '\ud83d\ude00',
    'length',
  ];
  const members = (value: string): string => `{${names.map((name) => `${JSON.stringify(name)}:${value}`).join(',')}}`;
  const paths = names.map((name) => `${JSON.stringify(`/${name.replaceAll(/[{}]/g, '')}`)}:{"get":{}}`).join(',');
  const text = `{"openapi":"3.2.0","info":{"title":"T","version":"1"},
    "paths":{${paths}},"webhooks":${members('{"post":{"callbacks":{"c":{}}}}')},
    "components":{"schemas":${members(`{"properties":${members('{"type":"string"}')},"$defs":${members('{}')},"patternProperties":${members('{}')},"required":${JSON.stringify(names)},"enum":${JSON.stringify(names)},"dependentRequired":${members('["a"]')},"discriminator":{"propertyName":"x","mapping":${members('"x"')}}}`)},
    "parameters":${members('{"name":"p","in":"query","schema":{}}')},"responses":${members(`{"description":"","headers":${members('{"schema":{}}')},"content":${members(`{"encoding":${members('{}')},"examples":${members('{"value":1}')}}`)},"links":${members(`{"parameters":${members('1')}}`)}}`)},
    "requestBodies":${members(`{"content":${members('{}')}}`)},"headers":${members('{"schema":{}}')},"pathItems":${members('{"get":{}}')},"securitySchemes":${members(`{"type":"oauth2","flows":{"implicit":{"authorizationUrl":"a","scopes":${members('""')}}}}`)}},
    "security":[${members('[]')}],"servers":[{"url":"/","variables":${members('{"default":"d"}')}}]}`;
  const document = await readText(text, {}, 'api.json');
  const { components } = document;
  const schema = components.schemas.get('__proto__');
  const response = components.responses.get('');
  const mediaType = response?.content.get('constructor');
  const scheme = components.securitySchemes.get('1');
  const found: readonly (Iterable<string> | undefined)[] = [
    document.webhooks.map(({ path }) => path),
    ...Object.values(components).map((section) => section.keys()),
    schema?.properties.keys(),
    schema?.definitions.keys(),
    schema?.patternProperties.keys(),
    schema?.required,
    schema?.enum?.map(String),
    schema?.dependentRequired.keys(),
    schema?.discriminator?.mapping.keys(),
    response?.headers.keys(),
    response?.content.keys(),
    response?.links.keys(),
    response?.links.get('__proto__')?.parameters.keys(),
    mediaType?.encoding.keys(),
    components.requestBodies.get('')?.content.keys(),
    scheme?.type === 'oauth2' ? scheme.flows.get('implicit')?.scopes.keys() : undefined,
    document.servers[0]?.variables.keys(),
    document.operations[0]?.security[0]?.schemes.keys(),
  ];
  for (const each of found) expect([...(each ?? [])].sort()).toEqual([...names].sort());
  expect(document.paths.length).toBe(names.length);
  expect(mediaType?.examples).toHaveLength(names.length);
});
