import { describe, expect, test } from 'vitest';
import { diffDocuments } from '../../../diff/diff.js';
import { readText } from '../../documents.js';

/** The findings between two schemas of a body, as `rule impact`. */
async function findings(
  carrier: 'request' | 'response' | 'webhook',
  base: string,
  revision: string,
): Promise<readonly string[]> {
  const left = await readText(document(carrier, base));
  const right = await readText(document(carrier, revision));
  const report = await diffDocuments(left, right);
  return report.findings.map(({ rule, impact }) => `${rule} ${impact}`);
}

function document(carrier: 'request' | 'response' | 'webhook', schema: string): string {
  const content = `{ content: { application/json: { schema: ${schema} } } }`;
  const body = carrier === 'response' ? '' : `, requestBody: ${content}`;
  const answer = carrier === 'response' ? `{ description: ok, ${content.slice(2)}` : '{ description: ok }';
  const operation = `{ post: { operationId: a${body}, responses: { '200': ${answer} } } }`;
  return [
    'openapi: 3.1.0',
    'info: { title: Pets, version: "1" }',
    carrier === 'webhook' ? `webhooks: { pet: ${operation} }` : `paths: { /pets: ${operation} }`,
  ].join('\n');
}

/** Base, revision, and what is found in a request and in a response. */
const CASES: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  ['{ type: integer }', '{ type: number }', ['type-widened non-breaking'], ['type-widened breaking']],
  ['{ type: [string, "null"] }', '{ type: string }', ['null-removed breaking'], ['null-removed dangerous']],
  ['{ enum: [a] }', '{ enum: [a, b] }', ['enum-value-added non-breaking'], ['enum-value-added dangerous']],
  ['{ enum: [a, b] }', '{ enum: [a] }', ['enum-value-removed breaking'], ['enum-value-removed non-breaking']],
  ['{ enum: [a] }', '{ const: a }', [], []],
  ['{ type: string, maxLength: 5 }', '{ type: string }', ['bound-loosened non-breaking'], ['bound-loosened breaking']],
  ['{ type: string, pattern: a }', '{ type: string }', ['pattern-removed non-breaking'], ['pattern-removed breaking']],
  [
    '{ type: integer, format: date-time }',
    '{ type: integer }',
    ['format-hint-changed dangerous'],
    ['format-hint-changed dangerous'],
  ],
  [
    '{ type: object, properties: { a: {}, b: {} } }',
    '{ type: object, properties: { a: {} } }',
    ['property-removed dangerous'],
    ['property-removed breaking'],
  ],
  [
    '{ type: object, additionalProperties: false, properties: { a: {}, b: {} } }',
    '{ type: object, additionalProperties: false, properties: { a: {} } }',
    ['property-forbidden breaking'],
    ['property-forbidden breaking'],
  ],
  [
    '{ type: object, properties: { a: {} } }',
    '{ type: object, properties: { a: {} }, additionalProperties: false }',
    ['additional-properties-closed breaking'],
    ['additional-properties-closed non-breaking'],
  ],
  [
    '{ type: object, properties: { a: {} }, required: [a] }',
    '{ type: object, properties: { a: {} } }',
    ['property-became-optional non-breaking'],
    ['property-became-optional breaking'],
  ],
  [
    '{ type: string, default: a }',
    '{ type: string, default: b }',
    ['default-changed dangerous'],
    ['default-changed non-breaking'],
  ],
];

describe.each(CASES)('%s → %s', (base, revision, sent, received) => {
  test('in a request', async () => expect(await findings('request', base, revision)).toEqual(sent));
  test('in a response', async () => expect(await findings('response', base, revision)).toEqual(received));
  test('in a webhook, which callers receive', async () =>
    expect(await findings('webhook', base, revision)).toEqual(received));
});
