import { expect, test } from 'vitest';
import { diffDocuments } from '../../../diff/diff.js';
import { readText } from '../../documents.js';

/** `user` and `service` are declared alike: both are tokens, and nobody says which token. */
function documentOf(security: string, names: readonly [string, string] = ['user', 'service']): string {
  return `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /pets:
    get: { security: ${security}, responses: { '200': { description: ok } } }
components:
  securitySchemes:
    ${names[0]}: { type: http, scheme: bearer }
    ${names[1]}: { type: http, scheme: bearer }
    key: { type: apiKey, in: header, name: X-Key }
`;
}

const CASES: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    'one of two tokens is refused',
    '[{ user: [] }, { service: [] }]',
    '[{ user: [] }]',
    ['security-tightened breaking'],
  ],
  [
    'another token is accepted',
    '[{ user: [] }]',
    '[{ user: [] }, { service: [] }]',
    ['security-loosened non-breaking'],
  ],
  ['one token is enough', '[{ user: [], service: [] }]', '[{ user: [] }]', ['security-loosened non-breaking']],
  ['both tokens are needed', '[{ user: [] }]', '[{ user: [], service: [] }]', ['security-tightened breaking']],
  ['one token takes the place of the other', '[{ user: [] }]', '[{ service: [] }]', []],
  ['a key takes the place of a token', '[{ user: [] }]', '[{ key: [] }]', ['security-tightened breaking']],
  ['the order of the alternatives', '[{ user: [] }, { key: [] }]', '[{ key: [] }, { user: [] }]', []],
];

test.each(CASES)('%s', async (_name, before, after, expected) => {
  const { findings } = await diffDocuments(await readText(documentOf(before)), await readText(documentOf(after)));
  expect(findings.map(({ rule, impact }) => `${rule} ${impact}`)).toEqual(expected);
});

test('a scheme that is renamed is the same scheme', async () => {
  const base = await readText(documentOf('[{ user: [] }, { service: [] }]'));
  const revision = await readText(documentOf('[{ robot: [] }, { person: [] }]', ['person', 'robot']));
  const { findings } = await diffDocuments(base, revision);
  expect(findings.map(({ rule, impact }) => `${rule} ${impact}`)).toEqual([]);
});
