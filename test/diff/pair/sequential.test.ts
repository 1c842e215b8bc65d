import { expect, test } from 'vitest';
import type { JsonObject } from '../../../openapi/source/json.js';
import { api, told } from './told.js';

/** What an operation answers with, as one value after the other. */
const answer = (content: JsonObject, mediaType = 'application/jsonl'): JsonObject =>
  api({}, { responses: { '200': { description: 'ok', content: { [mediaType]: content } } } });

const EVENT = { type: 'object', properties: { at: { type: 'string' } } };
const LATER = { type: 'object', properties: { at: { type: 'integer' } } };

test('a sequence is described as a list or by its items', async () => {
  for (const mediaType of ['application/jsonl', 'text/event-stream', 'application/geo+json-seq']) {
    const list = answer({ schema: { type: 'array', items: EVENT } }, mediaType);
    const items = answer({ itemSchema: EVENT }, mediaType);
    expect(await told(list, items)).toEqual([]);
    expect(await told(items, list)).toEqual([]);
  }
});

test('what changed of the items is told', async () => {
  expect(await told(answer({ schema: { type: 'array', items: EVENT } }), answer({ itemSchema: LATER }))).toEqual([
    'breaking: The type changed from string to integer.',
  ]);
});

test('a list that says more, and a list that is one value, are no other way to describe a sequence', async () => {
  const bounded = answer({ schema: { type: 'array', items: EVENT, maxItems: 3 } });
  const gone = 'breaking: The type was widened from array to any type.';
  expect((await told(bounded, answer({ itemSchema: EVENT }))).slice(0, 3)).toEqual([
    'breaking: The maxItems 3 was removed.',
    'breaking: The keyword "items" {"properties":{"at":{"type":"string"}},"type":"object"} was removed.',
    gone,
  ]);
  const list = answer({ schema: { type: 'array', items: { type: 'string' } } }, 'application/json');
  expect(await told(list, answer({ itemSchema: {} }, 'application/json'))).toEqual([
    'breaking: The keyword "items" {"type":"string"} was removed.',
    gone,
  ]);
});
