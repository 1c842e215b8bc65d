import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../openapi/source/json.js';
import { api, told } from './told.js';

const query = (schema: JsonObject, members: JsonObject = {}): JsonObject =>
  api({}, { parameters: [{ name: 'p', in: 'query', schema, ...members }] });

const SCALARS = { anyOf: [{ type: 'string', maxLength: 3 }, { type: 'boolean' }] };

describe('what does not change a byte of a parameter is not told', () => {
  test.each([
    [
      'exploding what has no parts',
      query({ allOf: [{ type: 'string' }] }),
      query({ allOf: [{ type: 'string' }] }, { explode: false }),
    ],
    ['exploding listed texts', query({ enum: ['a', 'b'] }), query({ enum: ['a', 'b'] }, { explode: false })],
    ['exploding one of several scalars', query(SCALARS), query(SCALARS, { explode: false })],
    [
      'reserved characters in integers',
      query({ type: 'integer' }),
      query({ type: 'integer' }, { allowReserved: true }),
    ],
  ])('%s', async (_, base, revision) => {
    expect(await told(base, revision)).toEqual([]);
    expect(await told(revision, base)).toEqual([]);
  });
});

test('reserved characters in numbers, which may have a sign in the exponent, are told', async () => {
  expect(await told(query({ type: 'number' }), query({ type: 'number' }, { allowReserved: true }))).toEqual([
    'non-breaking: The query parameter "p" may now be written with reserved characters.',
  ]);
});

test('a boolean and its two texts are the same text in a query', async () => {
  const [boolean, texts] = [query({ type: 'boolean' }), query({ type: 'string', enum: ['true', 'false'] })];
  expect(await told(boolean, texts)).toEqual([
    'breaking: The type changed from boolean to string, which is the same text where it is written.',
  ]);
  expect(await told(texts, boolean)).toEqual([
    'breaking: The type changed from string to boolean, which is the same text where it is written.',
  ]);
  expect(await told(query({ type: 'string', enum: ['true', 'maybe'] }), boolean)).toEqual([
    'breaking: The type changed from string to boolean.',
  ]);
});
