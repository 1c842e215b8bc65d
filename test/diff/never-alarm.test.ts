import { describe, expect, test } from 'vitest';
import { diffDocuments } from '../../diff/diff.js';
import { readText } from '../documents.js';

/** A document with one operation whose parts are given as YAML flow text. */
interface Parts {
  readonly line?: string;
  readonly servers?: string;
  readonly path?: string;
  readonly pathParameters?: string;
  readonly parameters?: string;
  readonly sent?: string;
  readonly sentAs?: string;
  readonly received?: string;
  readonly status?: string;
  readonly security?: string;
  readonly components?: string;
}

function documentOf(parts: Parts): string {
  const { line = '3.1.0', servers, path = '/pets/{id}', pathParameters, parameters, status = '200' } = parts;
  const { sent = '{type: object}', sentAs = 'application/json', received = '{type: object}', security } = parts;
  const schemas = parts.components ?? '';
  return `openapi: ${line}
info: {title: Pets, version: '1'}
${servers === undefined ? '' : `servers: ${servers}`}
paths:
  ${path}:
    ${pathParameters === undefined ? '' : `parameters: ${pathParameters}`}
    post:
      parameters: [{name: id, in: path, required: true, schema: {type: string}}${parameters === undefined ? '' : `, ${parameters}`}]
      ${security === undefined ? '' : `security: ${security}`}
      requestBody: {content: {'${sentAs}': {schema: ${sent}}}}
      responses: {'${status}': {description: ok, content: {application/json: {schema: ${received}}}}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}, other: {type: apiKey, in: header, name: X-Key}}
  schemas: {Pet: {type: object, required: [name], properties: {name: {type: string}}}, Name: {type: string}${schemas}}
`;
}

const PET = "{$ref: '#/components/schemas/Pet'}";
const LIMIT = '{name: limit, in: query, schema: {type: integer}}';

/** One schema, sent and received. */
const both = (schema: string): Parts => ({ sent: schema, received: schema });

const HARMLESS: readonly (readonly [string, Parts, Parts])[] = [
  ['an enum dropped from a request', { sent: '{type: string, enum: [a, b]}' }, { sent: '{type: string}' }],
  ['an enum of one value and a constant', both('{enum: [x]}'), both('{const: x}')],
  ['an enum and a union of constants', both('{enum: [a, b]}'), both('{anyOf: [{const: a}, {const: b}]}')],
  ['an enum and oneOf of constants', both('{type: string, enum: [a, b]}'), both('{oneOf: [{const: b}, {const: a}]}')],
  ['a reference and allOf of it', both(PET), both(`{allOf: [${PET}]}`)],
  [
    'a union branch that is renamed',
    {
      ...both(`{oneOf: [${PET}, {$ref: '#/components/schemas/Dog'}]}`),
      components: ', Dog: {type: object, required: [bark], properties: {bark: {type: boolean}}}',
    },
    {
      ...both(`{oneOf: [${PET}, {$ref: '#/components/schemas/Hound'}]}`),
      components: ', Hound: {type: object, required: [bark], properties: {bark: {type: boolean}}}',
    },
  ],
  ['a status that becomes a range', { status: '200' }, { status: '2XX' }],
  [
    'null, which no query can carry, taken from a parameter',
    { parameters: '{name: p, in: query, schema: {}}' },
    { parameters: '{name: p, in: query, schema: {type: [string, number, boolean, array, object]}}' },
  ],
  ['a media type that becomes any', { sentAs: 'application/json' }, { sentAs: '*/*' }],
  ['a media type that becomes a range', { sentAs: 'application/json' }, { sentAs: 'application/*' }],
  ['a parameter that moves to the path item', { parameters: LIMIT }, { pathParameters: `[${LIMIT}]` }],
  ['a parameter that moves to the operation', { pathParameters: `[${LIMIT}]` }, { parameters: LIMIT }],
  [
    'a prefix that moves into the server',
    { servers: '[{url: https://pets.test}]', path: '/v1/pets/{id}' },
    { servers: '[{url: https://pets.test/v1}]', path: '/pets/{id}' },
  ],
  [
    'a prefix that moves out of the server',
    { servers: '[{url: https://pets.test/v1}]', path: '/pets/{id}' },
    { servers: '[{url: https://pets.test}]', path: '/v1/pets/{id}' },
  ],
  [
    'null in 3.0 and 3.1',
    { line: '3.0.3', ...both('{type: string, nullable: true}') },
    both("{type: [string, 'null']}"),
  ],
  [
    'bounds in 3.0 and 3.1',
    { line: '3.0.3', ...both('{type: number, minimum: 0, exclusiveMinimum: true}') },
    both('{type: number, exclusiveMinimum: 0}'),
  ],
  ['types in another order', both('{type: [string, integer]}'), both('{type: [integer, string]}')],
  [
    'alternatives in another order',
    both('{anyOf: [{type: string, maxLength: 3}, {type: integer, minimum: 3}]}'),
    both('{anyOf: [{type: integer, minimum: 3}, {type: string, maxLength: 3}]}'),
  ],
  ['a component inlined', both(PET), both('{type: object, required: [name], properties: {name: {type: string}}}')],
  [
    'a component split in two',
    both(PET),
    both("{type: object, required: [name], properties: {name: {$ref: '#/components/schemas/Name'}}}"),
  ],
  [
    'a component renamed',
    both(PET),
    {
      ...both("{$ref: '#/components/schemas/Animal'}"),
      components: ', Animal: {type: object, required: [name], properties: {name: {type: string}}}',
    },
  ],
  [
    'a component cut into parts that hold together',
    both(PET),
    both('{allOf: [{type: object, required: [name]}, {properties: {name: {type: string}}}]}'),
  ],
  ['a security scheme renamed', { security: '[{key: []}]' }, { security: '[{other: []}]' }],
  [
    'a condition that never holds',
    both('{type: object}'),
    both('{type: object, if: {type: string}, then: {maxLength: 1}}'),
  ],
  ['an exclusion of what the type excludes', both('{type: string}'), both('{type: string, not: {type: integer}}')],
  [
    'numbers cut in two at a bound',
    both('{type: integer, minimum: 0}'),
    both('{oneOf: [{const: 0}, {type: integer, minimum: 1}]}'),
  ],
  [
    'a pattern that says what the length says',
    both('{type: string, minLength: 1}'),
    both(String.raw`{type: string, pattern: '[\s\S]'}`),
  ],
];

describe('what breaks nobody alarms nobody', () => {
  test.each(HARMLESS)('%s', async (_, base, revision) => {
    const [left, right] = await Promise.all([readText(documentOf(base)), readText(documentOf(revision))]);
    const report = await diffDocuments(left, right);
    const alarms = report.findings.filter(({ impact }) => impact !== 'non-breaking');
    expect(alarms.map(({ rule, impact, message }) => ({ rule, impact, message }))).toEqual([]);
  });
});
