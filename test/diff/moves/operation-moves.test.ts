import { describe, expect, test } from 'vitest';
import { diffDocuments } from '../../../diff/diff.js';
import type { Json } from '../../../openapi/source/json.js';
import { readText } from '../../documents.js';
import { expectMoves } from './moves-of.js';

const PET = "content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}";
const PETS = "content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}";

/** A list, a member of it, and a way to add one. */
const resource = (path: string, answer = PET): string => `  ${path}:
    get: {responses: {'200': {description: ok, ${PETS}}}}
    put: {requestBody: {${PET}}, responses: {'200': {description: ok, ${answer}}}}
  ${path}/{id}:
    get: {responses: {'200': {description: ok, ${answer}}}}`;

const LIST = 'the same schema "Pet[]" of the answer';
const ANSWER = 'the same schema "Pet" of the answer';
const BODY = 'the same schema "Pet" of the request body';

function moved(from: string, to: string, first: string): readonly (readonly string[])[] {
  const line = (method: string, end: string, evidence: readonly string[]): readonly string[] => {
    const target = `${method} ${to}${end}`;
    return [`${method} ${from}${end}`, 'to', target, target, [first, ...evidence].join('; ')];
  };
  return [line('GET', '', [LIST]), line('GET', '/{id}', [ANSWER]), line('PUT', '', [ANSWER, BODY])];
}

describe('operations without an operationId', () => {
  test('of one path speak for each other', async () => {
    await expectMoves(
      { paths: resource('/cats') },
      { paths: resource('/animals') },
      moved('/cats', '/animals', 'others moved the same way'),
    );
  });

  test('of another version', async () => {
    const evidence = 'the same path in another version; others moved the same way';
    await expectMoves(
      { paths: resource('/v1/cats') },
      { paths: resource('/v2/cats') },
      moved('/v1/cats', '/v2/cats', evidence),
    );
  });

  test('with a slash at the end', async () => {
    const get = (path: string): string => `  ${path}: {get: {responses: {'200': {description: ok}}}}`;
    await expectMoves({ paths: get('/cats') }, { paths: get('/cats/') }, [
      ['GET /cats', 'to', 'GET /cats/', 'GET /cats/', 'the paths differ in a slash only'],
    ]);
  });

  test('are not those of another resource of the same build', async () => {
    const plain = (path: string): string =>
      resource(path).replaceAll("$ref: '#/components/schemas/Pet'", 'type: object');
    await expectMoves({ paths: plain('/cats') }, { paths: plain('/dogs') }, []);
  });
});

test('a header without the prefix of what is no standard', async () => {
  const header = (name: string): string => `[{name: ${name}, in: header, schema: {type: string}}]`;
  await expectMoves({ parameters: header('X-Tenant') }, { parameters: header('Tenant') }, [
    [
      'POST /pets → header parameter X-Tenant',
      'to',
      'POST /pets → header parameter Tenant',
      'Tenant',
      'the names are equal up to the prefix "X-"; the same type',
    ],
  ]);
});

test('a webhook under another name', async () => {
  const document = (name: string): Promise<Awaited<ReturnType<typeof readText>>> => {
    const body = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } } };
    const webhook = { post: { requestBody: body, responses: { '200': { description: 'ok' } } } };
    const components: Json = { schemas: { Pet: { type: 'object' } } };
    const info = { title: 'Pets', version: '1' };
    return readText(JSON.stringify({ openapi: '3.1.0', info, webhooks: { [name]: webhook }, components }));
  };
  const { findings } = await diffDocuments(await document('petAdded'), await document('pet.added'));
  expect(findings.map(({ where, moves }) => [where, moves.map((move) => [move.where, ...move.evidence])])).toEqual([
    ['POST webhook petAdded', [['POST webhook pet.added', 'the names are equal up to case and separators', BODY]]],
    ['POST webhook pet.added', [['POST webhook petAdded', 'the names are equal up to case and separators', BODY]]],
  ]);
});
