import { expect, test } from 'vitest';
import { diffDocuments } from '../../../../diff/diff.js';
import { readText } from '../../../documents.js';

/** Two requests: one takes the component itself, the other one may come to take it, too. */
function documentWith(base: string, other: string): string {
  const body = (name: string) =>
    `requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/${name}'}}}}`;
  return `openapi: 3.1.0
info: {title: t, version: '1'}
paths:
  /base: {post: {${body('Base')}, responses: {'200': {description: ok}}}}
  /other: {post: {${body('Other')}, responses: {'200': {description: ok}}}}
components: {schemas: {Base: ${base}, Other: ${other}}}
`;
}

test('a property that one object demands anew, and another one demanded before, is told for each', async () => {
  const base = documentWith('{type: object, required: [id]}', '{type: object}');
  const revision = documentWith(
    '{type: object, required: [id], properties: {id: {}}}',
    "{type: object, allOf: [{$ref: '#/components/schemas/Base'}]}",
  );
  const { findings } = await diffDocuments(await readText(base), await readText(revision));
  expect(findings.map(({ rule, impact, operations }) => [rule, impact, operations])).toEqual([
    ['required-property-added', 'breaking', ['POST /other']],
    ['optional-property-added', 'non-breaking', ['POST /base']],
  ]);
});
