import { expect, test } from 'vitest';
import { namesMoreTypes } from '../../../diff/rules/content-types.js';
import { formatRelation, isDefinedFormat } from '../../../diff/rules/format-relation.js';
import { isClosed } from '../../../diff/rules/is-closed.js';
import { statusClass } from '../../../diff/rules/status-class.js';
import { typeRelation, typeTexts } from '../../../diff/rules/type-relation.js';
import { type ChangeData, changeOf, closed, compared, schema } from './changes.js';

test.each([
  [['integer'], ['number'], 'wider'],
  [['number'], ['integer'], 'narrower'],
  [['string'], undefined, 'wider'],
  [undefined, ['string'], 'narrower'],
  [['string'], ['integer'], 'other'],
  [['integer', 'string'], ['number'], 'other'],
  [['integer', 'number'], ['number'], 'same'],
  [['array', 'boolean', 'number', 'object', 'string'], undefined, 'same'],
  [[], ['string'], 'wider'],
] as const)('the types %j and %j: %s', (before, after, expected) => {
  expect(typeRelation(before, after)).toBe(expected);
});

test('types are words', () => {
  const texts = (data: ChangeData<'schema.type.changed'>) => typeTexts(changeOf('schema.type.changed', data));
  expect(texts({ after: ['string'] })).toEqual(['any type', 'string']);
  expect(texts({ before: ['integer', 'string'], after: [] })).toEqual(['integer or string', 'no value at all']);
  const schemas = compared({
    base: schema({ types: ['null'], raw: { type: 'null' } }),
    revision: schema({ always: false }),
  });
  expect(texts({ before: [], after: [], schemas })).toEqual(['null alone', 'no value at all']);
});

test.each([
  ['int8', 'int64', 'wider'],
  ['uint8', 'double', 'wider'],
  ['iri-reference', 'uri', 'narrower'],
  ['int64', 'double', 'other'],
  ['date', 'date-time', 'other'],
] as const)('the formats %s and %s: %s', (before, after, expected) => {
  expect(formatRelation(before, after)).toBe(expected);
});

test('a format is defined for certain types', () => {
  const types = (...names: ('integer' | 'string' | 'null')[]) => [schema(), schema({ types: names })];
  expect(isDefinedFormat('date-time', types('string', 'null'))).toBe(true);
  expect(isDefinedFormat('date-time', types('integer'))).toBe(false);
  expect(isDefinedFormat('int64', types('integer'))).toBe(true);
  expect(isDefinedFormat('int64', [])).toBe(true);
  expect(isDefinedFormat('int64', [schema()])).toBe(true);
  expect(isDefinedFormat('color', [])).toBe(false);
  expect(isDefinedFormat('password', types('string'))).toBe(false);
});

test('an object is closed by what any of its schemas says of further properties', () => {
  expect(isClosed([])).toBe(false);
  expect(isClosed([schema(), schema({ additionalProperties: schema({ types: ['string'] }) })])).toBe(false);
  expect(isClosed([schema(), closed])).toBe(true);
  expect(isClosed([schema({ unevaluatedProperties: schema({ always: false }) })])).toBe(true);
});

test('statuses have classes', () => {
  expect(['101', '200', '3XX', '404', '5XX', 'default'].map(statusClass)).toEqual([
    'success',
    'success',
    'success',
    'failure',
    'failure',
    'default',
  ]);
});

test('content types are compared as sets', () => {
  expect(namesMoreTypes('image/png', 'image/jpeg,IMAGE/PNG')).toBe(true);
  expect(namesMoreTypes('image/png, image/gif', 'image/png, image/jpeg, text/plain')).toBe(false);
  expect(namesMoreTypes('image/png', 'image/png')).toBe(false);
  expect(namesMoreTypes(null, 'image/png')).toBe(false);
});
