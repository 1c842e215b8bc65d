import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../openapi/source/json.js';
import { api, told } from './told.js';

const TO_PET = { $ref: '#/components/schemas/Pet' };

/** What is told of a component that changed, by a schema in a response and what stands beside it. */
function toldOfPet(schema: JsonObject, members: JsonObject = {}): Promise<readonly string[]> {
  const content = { 'application/json': { schema, ...members } };
  const [base = null, revision = null] = [10, 20].map((maxLength) =>
    api({ components: { schemas: { Pet: { maxLength } } } }, { responses: { '200': { description: 'ok', content } } }),
  );
  return told(base, revision);
}

describe('a component is told by itself where only data looks like a reference to it', () => {
  test.each<[string, JsonObject, JsonObject]>([
    ['an example', {}, { example: { pet: TO_PET } }],
    ['examples', {}, { examples: { one: { value: TO_PET } } }],
    ['a default', { default: TO_PET }, {}],
    ['an extension', { 'x-pet': TO_PET }, {}],
  ])('%s', async (_, schema, members) => {
    expect(await toldOfPet(schema, members)).toEqual(['dangerous: The maxLength changed from 10 to 20.']);
  });
});

describe('a component is not told by itself where an operation carries it and its change makes no difference', () => {
  const shorter = { allOf: [TO_PET, { maxLength: 5 }] };

  test.each<[string, JsonObject]>([
    ['a schema', shorter],
    ['a property that is named as data is', { properties: { example: shorter } }],
    ['a property that is named as names are', { properties: { properties: shorter } }],
  ])('%s', async (_, schema) => {
    expect(await toldOfPet(schema)).toEqual([]);
  });
});
