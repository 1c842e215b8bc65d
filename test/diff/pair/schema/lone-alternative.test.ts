import { expect, test } from 'vitest';
import { compareDocuments } from '../../../../diff/pair/compare-documents.js';
import { readText } from '../../../documents.js';

function documentOf(schema: string): string {
  return `openapi: 3.1.0
info: { title: Tools, version: "1" }
paths:
  /tool:
    get:
      responses: { '200': { description: ok, content: { application/json: { schema: ${schema} } } } }
components:
  schemas:
    Saw: { type: object, required: [kind], properties: { kind: { const: saw } } }
    Axe: { type: object, required: [kind], properties: { kind: { const: axe } } }
`;
}

const SAW = "{ $ref: '#/components/schemas/Saw' }";
const AXE = "{ $ref: '#/components/schemas/Axe' }";

test.each([
  [
    'a union of one alternative with a discriminator gets another one',
    `{ title: Tool, oneOf: [${SAW}], discriminator: { propertyName: kind } }`,
    `{ title: Tool, oneOf: [${SAW}, ${AXE}], discriminator: { propertyName: kind } }`,
    ['schema.alternatives.changed', 'schema.alternative.added'],
  ],
  [
    'a schema becomes one of two that a discriminator chooses from',
    SAW,
    `{ title: Tool, oneOf: [${SAW}, ${AXE}], discriminator: { propertyName: kind } }`,
    ['schema.title.changed', 'schema.discriminator.changed', 'schema.alternatives.changed', 'schema.alternative.added'],
  ],
  [
    // A reader refuses what fits both alternatives, and one that is left alone may send it.
    'the only one of two alternatives that is left',
    `{ oneOf: [${SAW}, ${AXE}] }`,
    SAW,
    ['schema.alternatives.changed', 'schema.alternative.removed'],
  ],
  [
    'two unions of one alternative each',
    '{ anyOf: [{ maxLength: 3 }], oneOf: [{ minLength: 2 }] }',
    '{ anyOf: [{ maxLength: 3 }], oneOf: [{ minLength: 1 }] }',
    ['schema.alternatives.changed', 'schema.bound.changed'],
  ],
  [
    'a union of one alternative beside listed values',
    '{ enum: [a, bb], anyOf: [{ maxLength: 3 }] }',
    '{ enum: [a, bb], anyOf: [{ maxLength: 1 }] }',
    ['schema.bound.changed'],
  ],
  [
    'what is said around one alternative beside null',
    `{ anyOf: [${SAW}, { type: "null" }] }`,
    `{ anyOf: [${SAW}, { type: "null" }], patternProperties: { ^x-: { type: string } } }`,
    ['schema.keyword.changed'],
  ],
  ['one alternative beside null', `{ oneOf: [${SAW}, { type: "null" }] }`, SAW, ['schema.null.changed']],
] as const)('%s', async (_, left, right, expected) => {
  const [base, revision] = await Promise.all([readText(documentOf(left)), readText(documentOf(right))]);
  expect(compareDocuments(base, revision).map(({ kind }) => kind)).toEqual(expected);
});
