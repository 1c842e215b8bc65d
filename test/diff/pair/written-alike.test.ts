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

describe('a number and its digits are the same text in a form', () => {
  const body = (mediaType: string, schema: JsonObject): JsonObject =>
    api({}, { requestBody: { content: { [mediaType]: { schema } } } });
  const object = (schema: JsonObject): JsonObject => ({ type: 'object', properties: { n: schema } });
  const list = (type: string): JsonObject => object({ type: 'array', items: { type } });

  test.each([
    ['a field', 'application/x-www-form-urlencoded', object({ type: 'integer' }), object({ type: 'string' })],
    ['a field of several values', 'application/x-www-form-urlencoded', list('integer'), list('string')],
    ['a part', 'multipart/form-data', object({ type: 'integer' }), object({ type: 'string' })],
    ['plain text', 'text/plain', { type: 'integer' }, { type: 'string' }],
  ])('%s', async (_, mediaType, base, revision) => {
    expect(await told(body(mediaType, base), body(mediaType, revision))).toEqual([
      'breaking: The type changed from integer to string, which is the same text where it is written.',
    ]);
  });

  test('but not in JSON, nor further inside of a part', async () => {
    const inner = (type: string): JsonObject => object(object({ type }));
    for (const [mediaType, of] of [
      ['application/json', (type: string) => object({ type })],
      ['multipart/form-data', inner],
    ] as const) {
      expect(await told(body(mediaType, of('integer')), body(mediaType, of('string')))).toEqual([
        'breaking: The type changed from integer to string.',
      ]);
    }
  });
});
