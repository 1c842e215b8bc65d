import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../openapi/source/json.js';
import { api, OK, told } from './told.js';

const at = (...urls: readonly string[]): JsonObject => api({ servers: urls.map((url) => ({ url })) });
const region = (variable: Json): JsonObject =>
  api({ servers: [{ url: 'https://{region}.a.com', variables: { region: variable } }] });
const versioned = (variables: JsonObject): JsonObject =>
  api({ servers: [{ url: 'https://{region}.a.com/{v}', variables }] });
const paths = (server: string, ...names: readonly string[]): JsonObject => ({
  ...api({ servers: [{ url: server }] }),
  paths: Object.fromEntries(names.map((name) => [name, { get: OK }])),
});

const CASES: readonly (readonly [string, JsonObject, JsonObject, readonly string[]])[] = [
  ['a slash, a port and the case of a host', at('https://A.com:443/v1/'), at('https://a.com/v1'), []],
  ['the order', at('https://a.com', 'https://b.com'), at('https://b.com', 'https://a.com'), []],
  [
    'another scheme',
    at('http://a.com/v1'),
    at('https://a.com/v1'),
    ['breaking: The scheme of the server "http://a.com/v1" changed: it is "https://a.com/v1" now.'],
  ],
  [
    'another base path',
    at('https://a.com/v1'),
    at('https://a.com/v2'),
    ['breaking: The path of the server "https://a.com/v1" changed: it is "https://a.com/v2" now.'],
  ],
  [
    'everything is another',
    at('https://a.com/v1'),
    at('http://b.com/v2'),
    ['breaking: The server "https://a.com/v1" was removed.', 'non-breaking: The server "http://b.com/v2" was added.'],
  ],
  [
    'servers stated where none were',
    api({}),
    at('https://a.com'),
    ['non-breaking: The server "https://a.com" was added.'],
  ],
  [
    'servers of a document stated by an operation',
    at('https://a.com'),
    api({ servers: [{ url: 'https://b.com' }] }, { servers: [{ url: 'https://a.com/' }] }),
    [],
  ],
  [
    'a variable renamed',
    region({ default: 'eu' }),
    api({ servers: [{ url: 'https://{area}.a.com', variables: { area: { default: 'eu' } } }] }),
    [],
  ],
  [
    'addresses written out',
    region({ default: 'eu', enum: ['eu', 'us'] }),
    at('https://eu.a.com', 'https://us.a.com'),
    [],
  ],
  [
    'addresses put together',
    at('https://eu.a.com', 'https://us.a.com'),
    region({ default: 'eu', enum: ['eu', 'us'] }),
    [],
  ],
  [
    'an address becomes one of many',
    at('https://eu.a.com'),
    region({ default: 'eu' }),
    ['non-breaking: Any value is taken by the variable "region" of the server "https://{region}.a.com".'],
  ],
  [
    'one of the addresses stays',
    region({ default: 'eu' }),
    at('https://eu.a.com'),
    ['breaking: Of all values the variable "region" of the server "https://{region}.a.com" takes "eu" only.'],
  ],
  [
    'several of all addresses stay',
    region({ default: 'eu' }),
    at('https://eu.a.com', 'https://us.a.com'),
    ['breaking: The server "https://{region}.a.com" was removed.'],
  ],
  ['a variable of one value becomes text', region({ default: 'eu', enum: ['eu'] }), at('https://eu.a.com'), []],
  ['text becomes a variable of one value', at('https://eu.a.com'), region({ default: 'eu', enum: ['eu'] }), []],
  [
    'a variable of several values becomes text',
    region({ default: 'eu', enum: ['eu', 'us', 'uk'] }),
    at('https://eu.a.com', 'https://uk.a.com'),
    ['breaking: The values "us" were removed from the variable "region" of the server "https://{region}.a.com".'],
  ],
  [
    'text becomes a variable of several values',
    at('https://eu.a.com', 'https://b.com'),
    api({
      servers: [
        { url: 'https://b.com' },
        { url: 'https://{region}.a.com', variables: { region: { default: 'eu', enum: ['eu', 'us'] } } },
      ],
    }),
    ['non-breaking: The values "us" were added to the variable "region" of the server "https://{region}.a.com".'],
  ],
  [
    'one of two variables becomes text',
    versioned({ region: { default: 'eu', enum: ['eu', 'us'] }, v: { default: 'v1', enum: ['v1', 'v2'] } }),
    api({
      servers: [{ url: 'https://{region}.a.com/v1', variables: { region: { default: 'eu', enum: ['eu', 'uk'] } } }],
    }),
    [
      'breaking: The values "v2" were removed from the variable "v" of the server "https://{region}.a.com/{v}".',
      'breaking: The values "us" were removed from the variable "region" of the server "https://{region}.a.com/v1".',
    ],
  ],
  [
    'another value than the default becomes text',
    region({ default: 'eu', enum: ['eu', 'us'] }),
    at('https://us.a.com'),
    ['breaking: The server "https://{region}.a.com" was removed.'],
  ],
  [
    'what stands first becomes text',
    api({ servers: [{ url: 'https://a.com/{v}', variables: { v: { default: 'v1' } } }, { url: 'https://b.com' }] }),
    at('https://b.com', 'https://a.com/v1'),
    ['breaking: Of all values the variable "v" of the server "https://a.com/{v}" takes "v1" only.'],
  ],
  [
    'a variable takes other values',
    region({ default: 'eu', enum: ['eu', 'us'] }),
    region({ default: 'eu', enum: ['eu', 'uk'] }),
    ['breaking: The values "us" were removed from the variable "region" of the server "https://{region}.a.com".'],
  ],
  [
    'a prefix moves into the server',
    paths('https://a.com', '/v1/pets', '/v1/dogs'),
    paths('https://a.com/v1', '/pets', '/dogs'),
    [],
  ],
  [
    'a prefix moves out of the server',
    paths('https://a.com/v1', '/pets/{id}'),
    paths('https://a.com', '/v1/pets/{id}'),
    [],
  ],
  [
    'a prefix moves and the host changes',
    paths('https://a.com', '/v1/pets'),
    paths('https://b.com/v1', '/pets'),
    ['breaking: The host of the server "https://a.com/v1" changed: it is "https://b.com/v1" now.'],
  ],
  [
    'a prefix comes without the server',
    paths('https://a.com', '/pets'),
    paths('https://a.com', '/v1/pets'),
    ['breaking: The operation was removed.', 'non-breaking: The operation was added.'],
  ],
  [
    'a path of the same text means another operation',
    paths('https://a.com/v1', '/pets'),
    paths('https://a.com', '/pets', '/v1/pets'),
    ['non-breaking: The operation was added.'],
  ],
];

describe('where operations are reached', () => {
  test.each(CASES)('%s', async (_, base, revision, findings) => {
    expect(await told(base, revision)).toEqual(findings);
  });
});
