import { expect, test } from 'vitest';
import { areAllApart } from '../../../diff/schema/inclusion/tags.js';
import type { Schema } from '../../../openapi/model/schema.js';
import { readText } from '../../documents.js';
import { documentOf } from '../../openapi/brief.js';

const tagged = (value: string, required = true) => ({
  type: 'object',
  properties: { kind: { enum: [value] } },
  ...(required ? { required: ['kind'] } : {}),
});
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

async function alternativesOf(...oneOf: readonly object[]): Promise<readonly Schema[]> {
  const schemas = { Whole: { oneOf }, Cat: tagged('cat'), Pets: { anyOf: [tagged('cat'), tagged('dog')] } };
  const { components } = await readText(documentOf({ components: { schemas } }));
  return components.schemas.get('Whole')?.oneOf ?? [];
}

test.each([
  ['types', [{ type: 'string' }, { type: 'array' }, tagged('a')], true],
  ['a tag', [tagged('a'), tagged('b'), ref('Cat')], true],
  ['tags of alternatives inside', [tagged('cow'), ref('Pets')], true],
  ['one tag of those inside', [ref('Cat'), ref('Pets')], false],
  ['a tag that neither demands', [tagged('a', false), tagged('b', false)], false],
  ['types that have numbers in common', [{ type: 'integer' }, { type: 'number' }], false],
  ['nothing', [{ type: 'object' }, tagged('a')], false],
])('alternatives that %s tells apart are seen to be so', async (_, oneOf, isApart) => {
  expect(areAllApart(await alternativesOf(...oneOf))).toBe(isApart);
});
