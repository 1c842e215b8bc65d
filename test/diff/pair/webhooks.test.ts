import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../openapi/source/json.js';
import { OK, told } from './told.js';

/** A document with a webhook that carries an object, under the given field. */
function sender(openapi: string, section: string, properties: JsonObject, more: JsonObject = {}): JsonObject {
  const schema = { type: 'object', required: Object.keys(properties), properties };
  const sold = { post: { ...OK, requestBody: { content: { 'application/json': { schema } } } } };
  return {
    openapi,
    info: { title: 'Pets', version: '1' },
    paths: { '/pets': { get: OK } },
    [section]: { sold, ...more },
  };
}

const TEXT = { id: { type: 'string' } };
const NUMBER = { id: { type: 'integer' } };
const MORE = { bought: { post: OK } };

describe('webhooks', () => {
  test.each([
    ['3.0.3', 'x-webhooks', '3.1.0', 'webhooks'],
    ['3.1.0', 'webhooks', '3.0.3', 'x-webhooks'],
    ['3.1.0', 'x-webhooks', '3.1.0', 'webhooks'],
    ['3.0.3', 'x-webhooks', '3.0.3', 'x-webhooks'],
  ])('%s %s → %s %s: are the same under both names', async (before, from, after, to) => {
    expect(await told(sender(before, from, TEXT), sender(after, to, TEXT))).toEqual([]);
    expect(await told(sender(before, from, TEXT), sender(after, to, NUMBER, MORE))).toEqual(
      await told(sender('3.1.0', 'webhooks', TEXT), sender('3.1.0', 'webhooks', NUMBER, MORE)),
    );
  });

  test('of `x-webhooks` are judged as what the API sends', async () => {
    expect(await told(sender('3.0.3', 'x-webhooks', TEXT, MORE), sender('3.0.3', 'x-webhooks', NUMBER))).toEqual([
      'breaking: The webhook was removed.',
      'breaking: The type changed from string to integer.',
    ]);
  });
});
