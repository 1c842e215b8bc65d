import { describe, expect, test } from 'vitest';
import { extensionChanges } from '../../../diff/extensions/extension-changes.js';
import { sunsetDate } from '../../../diff/extensions/sunset-date.js';
import type { Json, JsonObject } from '../../../openapi/source/json.js';
import { api, OK, told } from './told.js';

function changes(before: JsonObject, after: JsonObject, values: readonly (readonly Json[])[] = []) {
  const [left, right] = [before, after].map((extensions, side) => {
    const owner = { extensions: new Map(Object.entries(extensions).map(([name, value]) => [name, value ?? null])) };
    return values[side] === undefined ? owner : { ...owner, enum: values[side] };
  });
  if (left === undefined || right === undefined) throw new TypeError('Two owners are compared.');
  return extensionChanges('schema', left, right).map(({ name, before: old, after: now }) => [name, old, now]);
}

describe('extensions that mean the same are no change', () => {
  test.each([
    ['the order of scopes', { 'x-required-scopes': ['a', 'b'] }, { 'x-required-scopes': ['b', 'a'] }],
    ['another name for a stability', { 'x-beta': true }, { 'x-stability': 'preview' }],
    ['a stability that is the default', {}, { 'x-stability-level': 'stable' }],
    ['a flag that is off', {}, { 'x-nullable': false }],
    ['a date in another form', { 'x-sunset': '2033-11-06' }, { 'x-sunset': 'Sun, 06 Nov 2033 00:00:00 GMT' }],
    ['an extension of a tool', { 'x-generator': 1 }, { 'x-generator': 2 }],
  ])('%s', (_, before, after) => {
    expect(changes(before, after)).toEqual([]);
  });

  test('names that are reordered with their values, or grow with them', () => {
    const [names, more] = [{ 'x-enum-varnames': ['A', 'B'] }, { 'x-enum-varnames': ['C', 'B', 'A'] }];
    expect(
      changes(names, more, [
        ['a', 'b'],
        ['c', 'b', 'a'],
      ]),
    ).toEqual([]);
    expect(
      changes(names, more, [
        ['a', 'b'],
        ['a', 'b', 'c'],
      ]),
    ).toEqual([['x-enum-varnames', ['A', 'B'], ['C', 'B', 'A']]]);
  });
});

test('several statements of one stability are one change', () => {
  expect(changes({ 'x-stability': 'alpha', 'x-stability-level': 'alpha' }, { 'x-internal': true })).toEqual([
    ['x-internal', 'alpha', 'internal'],
  ]);
});

test.each([
  ['2030-01-31', '2030-01-31T00:00:00'],
  ['2030-01-31T10:00:00.5Z', '2030-01-31T10:00:00'],
  ['Sun, 06 Nov 1994 08:49:37 GMT', '1994-11-06T08:49:37'],
  ['2030-01-31T10:00:00+02:00', undefined],
  ['soon', undefined],
  [2030, undefined],
])('%j is a date that sorts as %j', (value, sorted) => {
  expect(sunsetDate(value)).toBe(sorted);
});

describe('extensions where they stand', () => {
  test('of a path they are about its operations', async () => {
    const at = (item: JsonObject): JsonObject => ({
      ...api({}),
      paths: { '/a': { get: OK, ...item }, '/b': { get: OK } },
    });
    expect(await told(at({}), at({ 'x-sunset': '2030-01-31' }))).toEqual(['dangerous: The path ends on "2030-01-31".']);
  });

  test('of an operation that needs a scope', async () => {
    expect(await told(api({}), api({}, { 'x-required-scopes': ['read'] }))).toEqual([
      'breaking: The operation needs the scope "read".',
    ]);
  });

  test('of an operation that goes and was never promised', async () => {
    const paths = { '/b': { get: OK } };
    expect(await told(api({}, { 'x-stability-level': 'draft' }), { ...api({}), paths })).toEqual([
      'dangerous: The operation was removed; its stability was "draft" before.',
      'non-breaking: The operation was added.',
    ]);
  });
});
