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
])('OpenAPI %s %s is told and read', async (line, schema, warning) => {
  expect(await warningsOf(line, schema)).toEqual([warning]);
});

test.each([
  ['3.0', '{type: string, nullable: true, minLength: 0, maxLength: 3, pattern: "^a$"}'],
  ['3.1', '{type: [string, "null"], nullable: false}'],
  ['3.1', '{type: number, multipleOf: 0.01}'],
])('OpenAPI %s %s is fine', async (line, schema) => {
  expect(await warningsOf(line, schema)).toEqual([]);
});
