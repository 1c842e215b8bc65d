import { expect, test } from 'vitest';
import { diffWithChanges } from '../../../diff/diff.js';
import { type Payload, payloadAround } from '../../../diff/payload/payload-around.js';
import { readText } from '../../documents.js';

/** An operation that takes a body and one that gives a list of it, and what the body is. */
function api(schemas: string): string {
  const pet = "{$ref: '#/components/schemas/Pet'}";
  const page = `{type: object, required: [data], properties: {data: {type: array, items: ${pet}}}}`;
  return `openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    get: {responses: {'200': {description: ok, content: {application/json: {schema: ${page}}}}}}
    post: {requestBody: {content: {application/json: {schema: ${pet}}}}, responses: {'204': {description: ok}}}
components:
  schemas:
${schemas}`;
}

type Shown = Pick<Payload, 'value' | 'pointer' | 'complete'> & { readonly part: string };

/** The payload of each finding, by where the finding is. */
async function payloads(base: string, revision: string): Promise<Readonly<Record<string, Shown | null>>> {
  const documents = [await readText(api(base)), await readText(api(revision))] as const;
  const { report, changes } = await diffWithChanges(...documents);
  return Object.fromEntries(
    report.findings.map((finding) => {
      const change = changes.get(finding.fingerprint);
      const payload = change && payloadAround(finding, change, documents);
      if (payload === undefined) return [finding.where, null];
      const { operation, part, value, pointer, complete } = payload;
      return [finding.where, { part: `${operation} → ${part}`, value, pointer, complete }];
    }),
  );
}

const pet = (mapping = '') =>
  `    Pet: {type: object, required: [kind, id], properties: {id: {type: integer, minimum: 5}, kind: {type: string}}, discriminator: {propertyName: kind${mapping}}}`;
const dog = (bark: string, required = 'name') =>
  `    Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, required: [${required}], properties: {name: {type: string}, bark: {type: ${bark}}, collar: {$ref: '#/components/schemas/Collar'}}}]}`;
const collar = (name: string) =>
  `    Collar: {type: object, required: [size], properties: {size: {type: integer}, name: {type: ${name}}}}\n`;
const mapped = pet(", mapping: {dog: '#/components/schemas/Dog'}");

const POST = 'POST /pets → request body';

test('what a discriminator chooses is shown in the whole that chooses it', async () => {
  expect(
    await payloads(
      [pet(), dog('string'), collar('string')].join('\n'),
      [pet(), dog('integer'), collar('boolean')].join('\n'),
    ),
  ).toEqual({
    'Collar.name': {
      part: POST,
      value: { kind: 'Dog', id: 5, name: 'a', collar: { size: 1, name: 'a' } },
      pointer: '#/collar/name',
      complete: true,
    },
    'Dog.bark': { part: POST, value: { kind: 'Dog', id: 5, name: 'a', bark: 'a' }, pointer: '#/bark', complete: true },
  });
});

test('a whole that is chosen says the value that is mapped to it', async () => {
  expect(
    await payloads(
      [mapped, dog('string'), collar('string')].join('\n'),
      [mapped, dog('string', 'name, bark'), collar('string')].join('\n'),
    ),
  ).toEqual({
    'Dog.bark': { part: POST, value: { kind: 'dog', id: 5, name: 'a' }, pointer: '#', complete: true },
  });
});

test('what is only received stands in its list', async () => {
  expect(
    await payloads(
      [mapped, dog('string'), collar('string')].join('\n'),
      [
        mapped,
        dog('string').replace('bark: {type: string}', 'bark: {type: string, nullable: true}'),
        collar('string'),
      ].join('\n'),
    ),
  ).toEqual({
    'Dog.bark': {
      part: 'GET /pets → response 200',
      value: { data: [{ kind: 'dog', id: 5, name: 'a', bark: null }] },
      pointer: '#/data/0/bark',
      complete: true,
    },
  });
});

test('a branch of a union is chosen by its discriminator too', async () => {
  const union = (most: string) => `    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      discriminator: {propertyName: kind, mapping: {dog: Dog}}
    Cat: {type: object, required: [kind, lives], properties: {kind: {type: string}, lives: {type: integer}}}
    Dog: {type: object, required: [kind, bark], properties: {kind: {type: string}, bark: {type: string${most}}}}
`;
  expect(await payloads(union(''), union(', maxLength: 2'))).toEqual({
    'Dog.bark': { part: POST, value: { kind: 'dog', bark: 'aaa' }, pointer: '#/bark', complete: true },
  });
});
