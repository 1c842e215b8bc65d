import { expect, test } from 'vitest';
import { readText } from '../../documents.js';

const HEAD = "info: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n";

async function warningsOf(line: string, schema: string): Promise<readonly string[]> {
  const { warnings } = await readText(`openapi: ${line}.0\n${HEAD}    A: ${schema}\n`);
  return warnings.map(({ code, message }) => `${code}: ${message}`);
}

test.each([
  ['3.1', '{type: []}', 'empty-type: A list of types needs at least one; the keyword is ignored.'],
  [
    '3.1',
    '{type: string, nullable: true}',
    'older-keyword: "nullable" means nothing since OpenAPI 3.1 and is ignored. List "null" among the types instead.',
  ],
  ['3.0', '{type: string, minLength: -1}', 'count: "minLength" must be a whole number, 0 or more; it is ignored.'],
  ['3.0', '{type: string, maxLength: 1.5}', 'count: "maxLength" must be a whole number, 0 or more; it is ignored.'],
  ['3.0', '{type: number, multipleOf: 0}', 'multiple-of: "multipleOf" must be above 0; it is ignored.'],
  ['3.0', "{type: string, pattern: '('}", 'pattern: The pattern is no regular expression: Unterminated group.'],
  ['3.0', '{title: 5}', 'ignored-type: "title" must be a string, not a number; it is ignored.'],
  ['3.1', '{description: []}', 'ignored-type: "description" must be a string, not an array; it is ignored.'],
  ['3.1', '{description: }', 'empty-text: "description" must be a string; null is read as no description.'],
  ['3.1', '{examples: 5}', 'ignored-type: "examples" must be an array, not a number; it is ignored.'],
  ['3.0', '{xml: {wrapped: x}}', 'ignored-type: "wrapped" must be true or false, not a string; it is ignored.'],
  ['3.0', '{externalDocs: {}}', 'missing: "externalDocs" needs the field "url".'],
  [
    '3.1',
    '{discriminator: {propertyName: k, mapping: {a: Aa}}}',
    'reference-missing: No component schema has the name "Aa". Did you mean "A"?',
  ],
  [
    '3.1',
    "{discriminator: {propertyName: k, mapping: {a: '#/components/schemas/Bcd'}}}",
    'reference-missing: "#/components/schemas/Bcd" does not exist. "Bcd" is not in "#/components/schemas".',
  ],
  [
    '3.2',
    '{discriminator: {propertyName: k, defaultMapping: Bcd}}',
    'reference-missing: No component schema has the name "Bcd".',
  ],
])('OpenAPI %s %s is told and read', async (line, schema, warning) => {
  expect(await warningsOf(line, schema)).toEqual([warning]);
});

test.each([
  ['3.0', '{type: string, nullable: true, minLength: 0, maxLength: 3, pattern: "^a$"}'],
  ['3.1', '{type: [string, "null"], nullable: false}'],
  ['3.1', '{type: number, multipleOf: 0.01}'],
  ['3.1', "{discriminator: {propertyName: k, mapping: {a: A, b: '#/components/schemas/A', c: other.yaml}}}"],
])('OpenAPI %s %s is fine', async (line, schema) => {
  expect(await warningsOf(line, schema)).toEqual([]);
});
