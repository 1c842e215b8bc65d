import { describe, expect, test } from 'vitest';
import type { Raw } from './schema-translation.js';
import { WholeSchemas } from './whole-schemas.js';

/** The component S of a document, which may refer to others. */
function schemas(line: string, schema: Raw): WholeSchemas {
  const T = { type: 'object', properties: { a: { type: 'string' } } };
  return new WholeSchemas({ openapi: line, components: { schemas: { S: schema, T } } });
}

const S = '#/components/schemas/S';
const T = '#/components/schemas/T';

describe('the schemas of a document as a validator has them', () => {
  test.each([
    ['null beside a type', '3.0.3', { type: 'string', nullable: true }, null, true],
    ['null beside values', '3.0.3', { type: 'string', nullable: true, enum: ['a'] }, null, false],
    ['null beside a reference', '3.0.3', { $ref: T, nullable: true }, null, false],
    ['null where "nullable" means nothing', '3.1.0', { type: 'string', nullable: true }, null, false],
    ['an exclusive bound', '3.0.3', { minimum: 1, exclusiveMinimum: true }, 1, false],
    ['an inclusive bound', '3.0.3', { minimum: 1, exclusiveMinimum: false }, 1, true],
    ['what stands beside a reference in 3.0', '3.0.3', { $ref: T, maxProperties: 0 }, { a: 'x' }, true],
    ['what stands beside a reference in 3.1', '3.1.0', { $ref: T, maxProperties: 0 }, { a: 'x' }, false],
    ['what a reference names', '3.0.3', { $ref: T }, { a: 1 }, false],
    [
      'a property with the name of a keyword',
      '3.0.3',
      { properties: { example: { type: 'string' } } },
      { example: 1 },
      false,
    ],
    ['an example that looks like a schema', '3.0.3', { example: { $ref: '#/nowhere' } }, 1, true],
    ['an array without what it must contain', '3.1.0', { prefixItems: [{}], contains: { const: 1 } }, [], false],
  ] as const)('%s', (_, line, schema, value, expected) => {
    const whole = schemas(line, schema);
    expect([whole.sends([S], value), whole.refuses([S], value)]).toEqual([expected, !expected]);
  });

  test('a reference that names nothing proves nothing', () => {
    const whole = schemas('3.0.3', { $ref: '#/components/schemas/U' });
    expect([whole.sends([S], 1), whole.refuses([S], 1)]).toEqual([false, false]);
  });

  test.each([
    ['a declared property', { $ref: T }, { a: 'x' }, true],
    ['another property', { $ref: T }, { b: 'x' }, false],
    ['another property that is allowed', { allOf: [{ $ref: T }], additionalProperties: {} }, { b: 'x' }, true],
    ['any property of what declares none', { type: 'object' }, { b: 'x' }, true],
    ['another property deeper inside', { properties: { t: { $ref: T } } }, { t: { b: 'x' } }, false],
    [
      'a property of one of several parts',
      { allOf: [{ $ref: T }, { properties: { b: {} } }] },
      { a: 'x', b: 'x' },
      true,
    ],
  ] as const)('%s is described, or not', (_, schema, value, expected) => {
    expect(schemas('3.1.0', schema).describes([S], value)).toEqual(expected);
  });

  test.each([
    ['the keyword', `${S}/maxLength`, 'abc', true],
    ['a keyword that takes the value', `${S}/minLength`, 'abc', false],
    ['what closes an object', `${S}/properties`, { b: 1 }, true],
    ['a place without a keyword', `${S}/title`, 'abc', undefined],
    ['a property with the name of a keyword', `${S}/properties/type`, { type: 1 }, undefined],
  ] as const)('%s refuses by itself', (_, pointer, value, expected) => {
    const properties = { type: { type: 'string' } };
    const whole = schemas('3.1.0', { title: 't', minLength: 1, maxLength: 2, properties, additionalProperties: false });
    expect(whole.keywordRefuses(pointer, value)).toEqual(expected);
  });
});
