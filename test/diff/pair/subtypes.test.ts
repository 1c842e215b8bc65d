import { expect, test } from 'vitest';
import { diffDocuments } from '../../../diff/diff.js';
import { readText } from '../../documents.js';

/** Pets that are told apart by their kind: operations refer to the pet, and never to the dog. */
function pets(
  dog: string,
  { discriminator = ', discriminator: {propertyName: kind}', collar = 'string' } = {},
): string {
  const body = "{content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}";
  return `openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    get: {responses: {'200': {description: ok, content: ${body.slice(10, -1)}}}}
    post: {requestBody: ${body}, responses: {'204': {description: ok}}}
components:
  schemas:
    Pet: {type: object, required: [kind], properties: {kind: {type: string}}${discriminator}}
    Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, ${dog}]}
    Collar: {type: object, properties: {name: {type: ${collar}}}}
`;
}

async function told(base: string, revision: string): Promise<readonly string[]> {
  const [left, right] = await Promise.all([readText(base), readText(revision)]);
  const { findings } = await diffDocuments(left, right);
  return findings.map(({ impact, where, operations }) => `${impact}: ${where} of ${operations.join(' and ')}`);
}

const dog = (type: string): string => `{type: object, properties: {bark: {type: ${type}}}}`;

test('operations carry what a discriminator chooses, without a reference to it', async () => {
  expect(await told(pets(dog('string')), pets(dog('integer')))).toEqual([
    'breaking: Dog.bark of GET /pets and POST /pets',
  ]);
});

test('nothing chooses a schema without a discriminator', async () => {
  const plain = { discriminator: '' };
  expect(await told(pets(dog('string'), plain), pets(dog('integer'), plain))).toEqual(['dangerous: Dog.bark of ']);
});

test('what only the chosen schema leads to is carried as well', async () => {
  const collared = "{type: object, properties: {collar: {$ref: '#/components/schemas/Collar'}}}";
  expect(await told(pets(collared), pets(collared, { collar: 'integer' }))).toEqual([
    'breaking: Collar.name of GET /pets and POST /pets',
  ]);
});

test('a property that is only received is not sent in what is chosen either', async () => {
  const readOnly = (type: string): string => `{type: object, properties: {bark: {type: ${type}, readOnly: true}}}`;
  expect(await told(pets(readOnly('string')), pets(readOnly('integer')))).toEqual(['breaking: Dog.bark of GET /pets']);
});

test('a schema that comes is chosen by its name, and one that goes is chosen no more', async () => {
  const only = pets(dog('string'));
  const more = `${only}    Cat: {allOf: [{$ref: '#/components/schemas/Pet'}]}\n`;
  const messages = async (base: string, revision: string): Promise<readonly string[]> => {
    const { findings } = await diffDocuments(await readText(base), await readText(revision));
    return findings.map(({ impact, message, operations }) => `${impact}: ${message} ${operations.join(', ')}`);
  };
  expect(await messages(only, more)).toEqual([
    'dangerous: The discriminator value "Cat" now stands for "Cat". GET /pets',
  ]);
  expect(await messages(more, only)).toEqual([
    'breaking: The discriminator value "Cat" no longer stands for "Cat". POST /pets',
  ]);
});
