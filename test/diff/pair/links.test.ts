import { expect, test } from 'vitest';
import type { JsonObject } from '../../../openapi/source/json.js';
import { OK, told } from './told.js';

/** A document in which one operation links to another one. */
function linked(link: JsonObject, id = 'showPet'): JsonObject {
  const responses = { '200': { description: 'ok', links: { pet: link } } };
  const paths = { '/pets': { get: { responses } }, '/pets/{id}': { get: { operationId: id, ...OK } } };
  return { openapi: '3.1.0', info: { title: 'Pets', version: '1' }, paths };
}

const REF = { operationRef: '#/paths/~1pets~1%7Bid%7D/get' };

test('a link that names its operation in another way is the same link', async () => {
  expect(await told(linked({ operationId: 'showPet' }), linked(REF))).toEqual([]);
  expect(await told(linked(REF), linked({ operationId: 'showPet' }))).toEqual([]);
});

test('a link follows its operation when that is named anew', async () => {
  expect(await told(linked({ operationId: 'showPet' }), linked({ operationId: 'getPet' }, 'getPet'))).toEqual([
    'breaking: The operationId changed from "showPet" to "getPet".',
  ]);
});

test('a link to another operation, or with other arguments, is another link', async () => {
  expect(await told(linked(REF), linked({ operationRef: '#/paths/~1pets/get' }))).toEqual([
    'dangerous: The link "pet" of the response "200" changed from {"operationRef":"#/paths/~1pets~1%7Bid%7D/get","parameters":{}} to {"operationRef":"#/paths/~1pets/get","parameters":{}}.',
  ]);
  expect(await told(linked(REF), linked({ operationId: 'showPet', requestBody: 'x' }))).toEqual([
    'dangerous: The link "pet" of the response "200" changed from {"operationRef":"#/paths/~1pets~1%7Bid%7D/get","parameters":{}} to {"operationId":"showPet","parameters":{},"requestBody":"x"}.',
  ]);
});
