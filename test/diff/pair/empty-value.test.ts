import { expect, test } from 'vitest';
import { diffDocuments } from '../../../diff/diff.js';
import { readText } from '../../documents.js';

function documentOf(location: string, allowed: boolean): string {
  return `openapi: 3.0.3
info: { title: Pets, version: "1" }
paths:
  /pets/{name}:
    parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
    get:
      parameters: [{ name: ${location === 'path' ? 'name' : 'mark'}, in: ${location}, required: true, allowEmptyValue: ${allowed}, schema: { type: string } }]
      responses: { '200': { description: ok } }
`;
}

test.each([
  ['query', ['parameter-empty-value-refused breaking']],
  ['header', []],
  ['path', []],
  ['cookie', []],
] as const)('an empty value is refused: %s', async (location, expected) => {
  const base = await readText(documentOf(location, true));
  const revision = await readText(documentOf(location, false));
  const { findings } = await diffDocuments(base, revision);
  expect(findings.map(({ rule, impact }) => `${rule} ${impact}`)).toEqual(expected);
});
