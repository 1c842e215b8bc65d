import { describe, expect, test } from 'vitest';
import { diffDocuments } from '../../../diff/diff.js';
import { stringify } from '../../../openapi/source/stringify.js';
import { readText } from '../../documents.js';

type Place = 'query' | 'header' | 'path' | 'answer';

function documentOf(place: Place, schema: string): string {
  const parameter = `parameters: [{ name: id, in: ${place}, required: ${place === 'path'}, schema: ${schema} }], `;
  const header = place === 'answer' ? `, headers: { id: { schema: ${schema} } }` : '';
  const operation = `{ get: { ${header === '' ? parameter : ''}responses: { '200': { description: ok${header} } } } }`;
  return [
    'openapi: 3.1.0',
    'info: { title: Pets, version: "1" }',
    `paths: { ${place === 'path' ? '"/pets/{id}"' : '/pets'}: ${operation} }`,
  ].join('\n');
}

async function findings(place: Place, base: string, revision: string): Promise<readonly string[]> {
  const [left, right] = [await readText(documentOf(place, base)), await readText(documentOf(place, revision))];
  return (await diffDocuments(left, right)).findings.map(({ rule, contract, impact, witness }) =>
    [rule, contract, impact, ...(witness === null ? [] : [stringify(witness.value)])].join(' '),
  );
}

const SAME = ['written-type-changed source breaking'];

const CASES: readonly (readonly [
  schema: string,
  schema: string,
  sent: readonly string[],
  received: readonly string[],
])[] = [
  ['{type: integer}', '{type: string}', SAME, ['type-changed wire breaking "a"']],
  ['{type: string}', '{type: integer}', ['type-changed wire breaking "a"'], SAME],
  ['{type: boolean}', '{type: string, description: On or off.}', SAME, ['type-changed wire breaking "a"']],
  ['{type: [integer, string]}', '{type: string}', SAME, ['type-narrowed wire non-breaking']],
  [
    '{type: integer}',
    '{type: [integer, string]}',
    ['type-widened wire non-breaking'],
    ['type-widened wire breaking "a"'],
  ],
  ['{type: integer, enum: [1, 2]}', '{type: string, enum: ["1", "2"]}', SAME, SAME],
  [
    '{type: integer, enum: [1, 3]}',
    '{type: string, enum: ["1", "2"]}',
    ['type-changed wire breaking 3'],
    ['type-changed wire breaking "2"'],
  ],
  [
    '{type: array, items: {type: integer}}',
    '{type: array, items: {type: string}}',
    SAME,
    ['type-changed wire breaking "a"'],
  ],
  ['{type: string}', '{type: array, items: {type: string}}', SAME, ['type-changed wire breaking []']],
  ['{type: integer}', '{type: array, minItems: 1, items: {type: integer}}', SAME, ['type-changed wire breaking [1]']],
  [
    '{type: string}',
    '{type: array, items: {type: integer}}',
    ['type-changed wire breaking "a"'],
    ['type-changed wire breaking []'],
  ],
  [
    '{type: string, enum: [a, b]}',
    '{type: array, items: {type: string, enum: [a, b, c]}}',
    SAME,
    ['type-changed wire breaking []'],
  ],
  [
    '{type: string}',
    '{type: array, minItems: 2, items: {type: string}}',
    ['type-changed wire breaking "a"'],
    ['type-changed wire breaking ["a","a"]'],
  ],
  [
    '{type: string, enum: [a]}',
    '{type: string, allOf: [{type: integer, enum: [a]}]}',
    ['type-narrowed wire breaking "a"'],
    ['type-narrowed wire non-breaking'],
  ],
  [
    '{type: array, items: {type: integer}}',
    '{type: string}',
    ['type-changed wire breaking []'],
    ['type-changed wire breaking "a"'],
  ],
];

describe('what is written as text', () => {
  test.each(CASES)('%s, then %s', async (base, revision, sent, received) => {
    for (const place of ['query', 'header', 'path'] as const)
      expect(await findings(place, base, revision)).toEqual(sent);
    expect(await findings('answer', base, revision)).toEqual(received);
  });

  test.each([
    ['{type: integer}', '{type: string, format: uuid}'],
    ['{type: integer}', '{type: string, minLength: 3}'],
    ['{type: integer}', '{type: string, pattern: "^[a-z]+$"}'],
    ['{type: integer}', '{type: string, enum: [a]}'],
    ['{type: object, properties: {schema: {type: integer}}}', '{type: object, properties: {schema: {type: string}}}'],
  ])('%s breaks on the wire where %s is taken', async (base, revision) => {
    expect((await findings('query', base, revision)).some((one) => /^type-changed wire breaking /.test(one))).toBe(
      true,
    );
  });
});
