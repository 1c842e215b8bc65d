import type { Json } from '../../openapi/source/json.js';

/** A document that has every kind of object. */
export const DOCUMENT: Json = {
  openapi: '3.2.0',
  info: { title: 'T', version: '1' },
  servers: [{ url: '/{v}', variables: { v: { default: '1', enum: ['1'] } } }],
  security: [{ key: ['a'] }],
  tags: [{ name: 't', externalDocs: { url: 'u' } }],
  paths: {
    '/a/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      post: {
        operationId: 'a',
        tags: ['t'],
        parameters: [
          { $ref: '#/components/parameters/P' },
          { name: 'c', in: 'cookie', content: { 'a/b': { schema: true } } },
        ],
        requestBody: {
          required: true,
          content: {
            'a/b': {
              schema: { $ref: '#/components/schemas/S' },
              encoding: { x: { headers: { h: { schema: {} } } } },
              examples: { e: { value: 1 } },
            },
          },
        },
        responses: {
          '200': {
            description: 'd',
            headers: { h: { $ref: '#/components/headers/H' } },
            links: { l: { operationId: 'a', parameters: { p: 1 }, server: { url: '/' } } },
          },
          default: { $ref: '#/components/responses/R' },
        },
        callbacks: { c: { '{$url}': { get: { responses: {} } } } },
        security: [{}],
        servers: [{ url: '/' }],
      },
    },
    '/b': { $ref: '#/components/pathItems/I' },
  },
  webhooks: { w: { query: {} } },
  components: {
    schemas: {
      S: {
        type: ['object', 'null'],
        required: ['a'],
        properties: { a: { $ref: '#/components/schemas/T' }, b: { items: [{ minimum: 1 }] } },
        additionalProperties: false,
        discriminator: { propertyName: 'a', mapping: { x: 'T' } },
      },
      T: {
        $id: 'https://x.test/t',
        $anchor: 't',
        allOf: [{ $ref: '#t' }],
        oneOf: [{ if: {}, not: { enum: [1] } }],
        $defs: { d: { const: null, dependentRequired: { a: ['b'] } } },
      },
    },
    parameters: { P: { name: 'p', in: 'query', style: 'deepObject', explode: true, schema: { type: 'object' } } },
    headers: { H: { schema: { type: 'string', nullable: true, exclusiveMinimum: true, minimum: 1 } } },
    responses: { R: { description: 'r', content: { 'x/y': { itemSchema: {} } } } },
    pathItems: { I: { additionalOperations: { COPY: { externalDocs: { url: 'u' } } } } },
    securitySchemes: {
      key: { type: 'oauth2', flows: { implicit: { authorizationUrl: 'a', scopes: { a: 'A' } } } },
      api: { type: 'apiKey', in: 'header', name: 'k' },
    },
  },
};

/** Keys and indices from the root to a value. */
export type Path = readonly (string | number)[];

/** The paths of a value and of all that is inside it. */
export function pathsOf(value: Json, path: Path = []): readonly Path[] {
  const keys: readonly (string | number)[] = Array.isArray(value)
    ? [...value.keys()]
    : typeof value === 'object' && value !== null
      ? Object.keys(value)
      : [];
  return [
    path,
    ...keys.flatMap((key) => pathsOf((value as Readonly<Record<string | number, Json>>)[key] ?? null, [...path, key])),
  ];
}

/** The document with the value at a path replaced, or deleted when the replacement is `undefined`. */
export function changed(value: Json, [key, ...rest]: Path, replacement: Json | undefined): Json | undefined {
  if (key === undefined) return replacement;
  if (Array.isArray(value)) {
    return value.flatMap((item: Json, index) => {
      const changedItem = index === key ? changed(item, rest, replacement) : item;
      return changedItem === undefined ? [] : [changedItem];
    });
  }
  const entries = Object.entries(value as Readonly<Record<string, Json>>).map(
    ([name, member]) => [name, name === key ? changed(member, rest, replacement) : member] as const,
  );
  return Object.fromEntries(entries.filter(([, member]) => member !== undefined));
}

/** What may stand in place of a value; `undefined` deletes it. */
export const REPLACEMENTS: readonly (Json | undefined)[] = [
  undefined,
  null,
  true,
  false,
  0,
  -1,
  1e300,
  9007199254740993n,
  '',
  'x',
  '#',
  '#/',
  'path',
  'https://x.test/',
  [],
  [null],
  [[]],
  [{}],
  ['a', 'a'],
  {},
  { '': {} },
  { a: null },
  { $ref: '#' },
  { $ref: '#/components/schemas/S' },
  { $ref: '#/paths/~1a~1{id}' },
  { $ref: '' },
  { $ref: null },
  { $ref: 'gone.json' },
  { $ref: '../x' },
  { $ref: '#/nothing', type: 'object' },
  { __proto__: null },
];
