import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../openapi/source/json.js';
import { api, OK, told } from './told.js';

const key = { type: 'apiKey', in: 'header', name: 'X-Key' };
const token = { type: 'http', scheme: 'bearer' };
const login = {
  type: 'oauth2',
  flows: { clientCredentials: { tokenUrl: 'https://a.com/token', scopes: { read: '', write: '' } } },
};

function secured(security: Json, schemes: JsonObject = { key, token, login }, operation: JsonObject = {}): JsonObject {
  return api({ security, components: { securitySchemes: schemes } }, operation);
}

const loginWith = (flow: JsonObject): JsonObject => ({ ...login, flows: { clientCredentials: flow } });
const flow = login.flows.clientCredentials;

const CASES: readonly (readonly [string, JsonObject, JsonObject, readonly string[]])[] = [
  [
    'anonymous access goes',
    secured([{}, { key: [] }]),
    secured([{ key: [] }]),
    ['breaking: Access with "anonymous" is no longer accepted.'],
  ],
  [
    'one alternative of two goes',
    secured([{ key: [] }, { token: [] }]),
    secured([{ key: [] }]),
    ['breaking: Access with "token" is no longer accepted.'],
  ],
  [
    'alternatives become one demand',
    secured([{ key: [] }, { token: [] }]),
    secured([{ key: [], token: [] }]),
    ['breaking: Access with "key" and "token" is no longer accepted; "key + token" came in its place.'],
  ],
  [
    'more scopes are needed',
    secured([{ login: ['read'] }]),
    secured([{ login: ['read', 'write'] }]),
    ['breaking: Access with "login[read]" is no longer accepted; "login[read,write]" came in its place.'],
  ],
  [
    'fewer scopes are needed',
    secured([{ login: ['read', 'write'] }]),
    secured([{ login: ['read'] }]),
    ['non-breaking: Access with "login[read]" is accepted too.'],
  ],
  [
    'the order of alternatives and scopes',
    secured([{ login: ['read', 'write'] }, { key: [] }]),
    secured([{ key: [] }, { login: ['write', 'read'] }]),
    [],
  ],
  [
    'what was inherited is stated',
    secured([{ key: [] }]),
    secured([{ key: [] }], undefined, { security: [{ key: [] }] }),
    [],
  ],
  ['what was stated is inherited', secured([], undefined, { security: [{ key: [] }] }), secured([{ key: [] }]), []],
  [
    'a scheme renamed',
    secured([{ key: [] }], { key }),
    secured([{ header: [] }], { header: { ...key, description: 'The key.' } }),
    [],
  ],
  [
    'a header named in another case',
    secured([{ key: [] }], { key }),
    secured([{ key: [] }], { key: { ...key, name: 'x-key' } }),
    [],
  ],
  [
    'a key that moves and keeps its name',
    secured([{ key: [] }], { key }),
    secured([{ key: [] }], { key: { ...key, in: 'query' } }),
    ['breaking: The "in" of the security scheme "key" changed from "header" to "query".'],
  ],
  [
    'a key that moves to where its name has a case',
    secured([{ key: [] }], { key }),
    secured([{ key: [] }], { key: { ...key, in: 'query', name: 'x-key' } }),
    [
      'breaking: The "in" of the security scheme "key" changed from "header" to "query".',
      'breaking: The "name" of the security scheme "key" changed from "X-Key" to "x-key".',
    ],
  ],
  [
    'a key that moves back, under another name',
    secured([{ key: [] }], { key: { ...key, in: 'cookie' } }),
    secured([{ key: [] }], { key: { ...key, name: 'X-Token' } }),
    [
      'breaking: The "in" of the security scheme "key" changed from "cookie" to "header".',
      'breaking: The "name" of the security scheme "key" changed from "X-Key" to "X-Token".',
    ],
  ],
  [
    'two schemes exchange their names',
    secured([{ key: [] }], { key, token }),
    secured([{ token: [] }], { key: token, token: key }),
    [],
  ],
  [
    'a scheme is another one under its name',
    secured([{ key: [] }], { key }),
    secured([{ key: [] }], { key: token }),
    ['breaking: The "type" of the security scheme "key" changed from "apiKey" to "http".'],
  ],
  [
    'a scheme that is referred to, as 3.2 allows',
    secured([{ key: [] }], { key }),
    secured([{ '#/components/securitySchemes/key': [] }], { key }),
    [],
  ],
  [
    'scopes of a flow',
    secured([{ login: ['read'] }], { login }),
    secured([{ login: ['read'] }], { login: loginWith({ ...flow, scopes: { read: 'Reads.', admin: '' } }) }),
    [
      'breaking: The scope "write" was removed from the flow "clientCredentials" of the security scheme "login".',
      'non-breaking: The scope "admin" was added to the flow "clientCredentials" of the security scheme "login".',
    ],
  ],
  [
    'the address of a flow',
    secured([{ login: ['read'] }], { login }),
    secured([{ login: ['read'] }], { login: loginWith({ ...flow, tokenUrl: 'https://b.com/token' }) }),
    [
      'breaking: The "tokenUrl" of the flow "clientCredentials" of the security scheme "login" changed from "https://a.com/token" to "https://b.com/token".',
    ],
  ],
  [
    'a scheme that nobody asks for',
    secured([{ key: [] }], { key, token }),
    secured([{ key: [] }], { key, login }),
    [
      'non-breaking: The security scheme "login" was added; no operation asks for it.',
      'non-breaking: The security scheme "token" was removed, and no operation asks for another instead.',
    ],
  ],
  [
    'a scheme that nobody asks for, before and after it changes',
    secured([{ key: [] }], { key, token }),
    secured([{ key: [] }], { key, token: { ...token, scheme: 'basic' } }),
    ['dangerous: The "scheme" of the security scheme "token" changed from "bearer" to "basic".'],
  ],
];

describe('who may use an operation', () => {
  test.each(CASES)('%s', async (_, base, revision, findings) => {
    expect([...(await told(base, revision))].sort()).toEqual([...findings].sort());
  });
});

test('one declaration for the document is one cause', async () => {
  const paths = { '/a': { get: OK }, '/b': { get: OK }, '/c': { get: { ...OK, security: [] } } };
  const base = { ...secured([{ key: [] }]), paths };
  expect(await told(base, { ...base, security: [] })).toEqual([
    'non-breaking: Access with "anonymous" is accepted too.',
  ]);
});

test('a webhook that says what the API presents', async () => {
  const hook = (security: Json): JsonObject => ({
    ...secured([]),
    webhooks: { pet: { post: { ...OK, security } } },
  });
  expect(await told(hook([{ key: [] }]), hook([{ token: [] }]))).toEqual([
    'dangerous: The API presents "token" instead of "key".',
  ]);
});
