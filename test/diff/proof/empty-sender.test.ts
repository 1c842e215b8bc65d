import { expect, test } from 'vitest';
import { diffDocuments } from '../../../diff/diff.js';
import { readText } from '../../documents.js';

function documentOf(schema: string): string {
  return `openapi: 3.1.0
info: { title: t, version: '1' }
paths:
  /a:
    post:
      requestBody: { content: { application/json: { schema: ${schema} } } }
      responses: { '200': { description: ok } }
`;
}

/** What every object fits, twice: to the letter no object fits exactly one. */
const BOTH = 'oneOf: [{ properties: { a: {} } }, { properties: { b: {} } }]';

test.each([
  [
    'a new demand',
    `{ type: object, properties: { x: { type: string } }, ${BOTH} }`,
    `{ type: object, properties: { x: { type: string } }, required: [x], ${BOTH} }`,
    [['property-became-required', 'undecided', 'no value fits exactly one alternative of "oneOf" on the sending side']],
  ],
  [
    'a new property, which is harmless whatever was meant',
    `{ type: object, properties: { x: { type: string } }, ${BOTH} }`,
    `{ type: object, properties: { x: { type: string }, y: { type: string } }, ${BOTH} }`,
    [['optional-property-added', 'non-breaking', null]],
  ],
] as const)('a sender whose alternatives overlap everywhere: %s', async (_, base, revision, expected) => {
  const report = await diffDocuments(await readText(documentOf(base)), await readText(documentOf(revision)));
  expect(report.findings.map(({ rule, impact, reason }) => [rule, impact, reason])).toEqual(expected);
});
