import { expect, test } from 'vitest';
import { diffWithChanges } from '../../diff/diff.js';
import { explanationOf } from '../../migrate/explanation.js';
import { readText } from '../documents.js';

const PROPERTIES = 'type: object, properties: {a: {type: string}, b: {type: string}, c: {type: string}}';

function sender(schema: string): string {
  return `openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/pet'}}}}
      responses: {'200': {description: ok}}
components: {schemas: {pet: {${schema}}}}
`;
}

/** What callers are told to do about the alternatives that came to a body. */
async function steps(before: string, union: string): Promise<readonly string[]> {
  const documents = [await readText(sender(before)), await readText(sender(`${before}, ${union}`))] as const;
  const { report, changes } = await diffWithChanges(...documents);
  return report.findings.map((finding) => {
    return `${finding.rule}: ${explanationOf(finding, undefined, changes.get(finding.fingerprint)).step}`;
  });
}

test.each([
  ['anyOf: [{required: [a]}, {required: [b]}]', 'Send at least one of "a" and "b" in "pet".'],
  ['oneOf: [{required: [a]}, {required: [b]}, {required: [c]}]', 'Send exactly one of "a", "b" and "c" in "pet".'],
  ['anyOf: [{required: [a, b]}, {required: [a, c]}]', 'Send "a" in "pet", together with at least one of "b" and "c".'],
  [
    'oneOf: [{required: [a, b]}, {required: [c]}]',
    'Send either "a" and "b", or "c", and no more than one of these in "pet".',
  ],
  [
    'oneOf: [{title: listed, required: [a]}, {title: other}]',
    'Leave "a" out of "pet": with it a value fits both "listed" and "other", and it may fit only one.',
  ],
  [
    'oneOf: [{required: [a], properties: {a: {const: x}}}, {title: why, required: [a], properties: {a: {const: y}}}]',
    'Send "pet" in exactly one of these forms: with "a" as "x" and "why" (with "a" as "y").',
  ],
  ['anyOf: [{required: [a], minProperties: 2}, {minProperties: 3}]', 'Check how you use "pet".'],
])('%s', async (union, step) => {
  expect(await steps(PROPERTIES, union)).toEqual([`union-added: ${step}`]);
});

test('a text is told by its forms', async () => {
  expect(await steps('type: string', "anyOf: [{title: one, pattern: '^a'}, {pattern: '^b'}, {enum: [c]}]")).toEqual([
    'union-added: Send "pet" in one of these forms: "one" (matching "^a"), matching "^b" and "c".',
  ]);
});
