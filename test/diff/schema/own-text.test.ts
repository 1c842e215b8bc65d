import { expect, test } from 'vitest';
import { directionOf, isNeverAccepted } from '../../../diff/pair/schema/compare-structure.js';
import { conjunctionOf, isNull } from '../../../diff/schema/conjunction.js';
import { acceptsNothing } from '../../../diff/schema/inclusion/bare.js';
import { evaluate } from '../../../diff/schema/inclusion/evaluate.js';
import type { Schema } from '../../../openapi/model/schema.js';
import { readText } from '../../documents.js';
import { documentOf } from '../../openapi/brief.js';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const PLAIN: readonly object[] = [
  ...[{}, { type: 'string' }, { enum: [] }, { enum: [null] }, { enum: ['a', null] }, { enum: ['a'] }],
  ...[{ not: {} }, { not: { not: {} } }, ref('Text'), ref('Never'), { allOf: [ref('Never')] }],
  ...[{ anyOf: [{ type: 'string' }, ref('Null')] }, { oneOf: [ref('Text'), { enum: [null] }] }, { readOnly: true }],
];
const LATER: readonly object[] = [
  ...[
    { type: 'null' },
    { type: 'nullx' },
    { type: 'Null' },
    { type: ['null'] },
    { type: ['string', 'null'] },
    { const: null },
    { const: 1 },
  ],
  ...[{ not: true }, { allOf: [false] }, { anyOf: [{ type: 'null' }, { $dynamicRef: '#a' }] }, { writeOnly: true }],
];

/** Whatever can be said with two members, and what `nullable` makes of it, freshly read. */
async function schemas(line: string): Promise<readonly Schema[]> {
  const members = line === '3.0.3' ? PLAIN : [...PLAIN, ...LATER];
  const all: Record<string, object> = { Text: { type: 'string' }, Never: { not: {} }, Null: { enum: [null] } };
  for (const [left, one] of members.entries()) {
    for (const [right, other] of members.entries()) {
      all[`of${left}and${right}`] = { ...one, ...other };
      all[`of${left}and${right}nullable`] = { ...one, ...other, nullable: true };
    }
  }
  const { components } = await readText(documentOf({ components: { schemas: all } }, line), {}, 'api.json');
  return [...components.schemas.values()];
}

const within = ({ anyOf, oneOf }: Schema): readonly Schema[] => [...anyOf, ...oneOf];

test.each(['3.0.3', '3.1.0'])('what the text of a schema of %s answers is what the schema says', async (line) => {
  for (const schema of await schemas(line)) {
    const place = JSON.stringify(schema.raw);
    expect([place, isNeverAccepted(schema)]).toEqual([place, acceptsNothing(schema)]);
    const isReadOnly = conjunctionOf([schema]).members.some(({ readOnly }) => readOnly);
    expect([place, directionOf([schema]) === 'response']).toEqual([place, isReadOnly]);
    expect([place, conjunctionOf([schema]).nullable]).toEqual([place, evaluate([schema], null) !== false]);
    for (const one of [schema, ...within(schema), ...within(schema).flatMap(within)]) {
      const { types, enum: values } = one;
      const isOnlyType = types?.length === 1 && types[0] === 'null';
      const isOnlyValue = one.const === null || (values?.length === 1 && values[0] === null);
      expect([place, isNull(one)]).toEqual([place, isOnlyType || isOnlyValue]);
    }
  }
});
