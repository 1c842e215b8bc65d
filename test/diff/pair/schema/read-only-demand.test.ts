import { expect, test } from 'vitest';
import type { JsonObject } from '../../../../openapi/source/json.js';
import { api, told } from '../told.js';

/** An object with a required property that is sent and received. */
function pets(id: JsonObject): JsonObject {
  const schema = { type: 'object', required: ['id'], properties: { id: { type: 'string', ...id } } };
  const content = { 'application/json': { schema } };
  return api({}, { requestBody: { content }, responses: { '200': { description: 'ok', content } } });
}

test('requests have to have what is required and no longer read-only', async () => {
  expect(await told(pets({ readOnly: true }), pets({}))).toEqual([
    'breaking: The property "id" became required in requests, being no longer read-only.',
    'non-breaking: The value is no longer read-only.',
    'non-breaking: The value is no longer read-only.',
  ]);
  expect(await told(pets({ readOnly: true }), pets({ writeOnly: true }))).toEqual([
    'breaking: The property "id" became required in requests, being no longer read-only.',
    'breaking: The value became write-only.',
    'non-breaking: The value is no longer read-only.',
    'non-breaking: The value became write-only.',
    'non-breaking: The value is no longer read-only.',
  ]);
});

test('nobody who reads misses what is no longer write-only', async () => {
  expect(await told(pets({ writeOnly: true }), pets({}))).toEqual([
    'non-breaking: The value is no longer write-only.',
    'non-breaking: The value is no longer write-only.',
  ]);
});
