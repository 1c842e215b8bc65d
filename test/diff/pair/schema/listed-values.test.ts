import { expect, test } from 'vitest';
import { compareDocuments } from '../../../../diff/pair/compare-documents.js';
import { readText } from '../../../documents.js';

const AXE = '{ type: object, required: [kind], properties: { kind: { const: axe } } }';

function documentOf(schema: string, axe = AXE): string {
  return `openapi: 3.1.0
info: { title: Tools, version: "1" }
paths:
  /tool:
    get:
      responses: { '200': { description: ok, content: { application/json: { schema: ${schema} } } } }
components:
  schemas:
    Saw: { type: object, required: [kind], properties: { kind: { const: saw } } }
    Axe: ${axe}
`;
}

const MAPPED = "mapping: { s: '#/components/schemas/Saw', a: '#/components/schemas/Axe' }";
const ALTERNATIVES = "oneOf: [{ $ref: '#/components/schemas/Saw' }, { $ref: '#/components/schemas/Axe' }]";

test.each([
  [
    'what an alternative says beside its value',
    '{ oneOf: [{ const: a }, { const: [b], minItems: 1 }] }',
    '{ oneOf: [{ const: a }, { const: [b], minItems: 2 }] }',
    ['schema.bound.changed'],
  ],
  [
    'an alternative that is deprecated',
    '{ oneOf: [{ const: a, deprecated: false }, { const: b }] }',
    '{ oneOf: [{ const: a, deprecated: true }, { const: b }] }',
    ['schema.deprecated.changed'],
  ],
  [
    'a name for a value',
    '{ oneOf: [{ const: a }, { const: b }] }',
    '{ oneOf: [{ const: a, title: A }, { const: b }] }',
    [],
  ],
] as const)('%s', async (_, left, right, expected) => {
  const [base, revision] = await Promise.all([readText(documentOf(left)), readText(documentOf(right))]);
  const kinds = compareDocuments(base, revision).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind !== 'schema.alternatives.changed')).toEqual(expected);
});

test('values of a discriminator that go from an alternative that stays, and changes', async () => {
  const base = await readText(documentOf(`{ ${ALTERNATIVES}, discriminator: { propertyName: kind, ${MAPPED} } }`));
  const axe = '{ required: [kind], properties: { kind: { const: axe } } }';
  const revision = await readText(documentOf(`{ ${ALTERNATIVES}, discriminator: { propertyName: kind } }`, axe));
  const told = compareDocuments(base, revision).flatMap((change) =>
    change.kind === 'schema.discriminator.mapping.changed' ? [change.value] : [],
  );
  expect(told).toEqual(['s', 'a']);
});
