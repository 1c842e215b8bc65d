import { describe, expect, test } from 'vitest';
import { diffDocuments } from '../../../diff/diff.js';
import type { DiffOptions } from '../../../diff/diff-options.js';
import type { Json, JsonObject } from '../../../openapi/source/json.js';
import { readText } from '../../documents.js';

const OK = { description: 'ok' };
const UNKNOWN = { description: 'No such pet.' };

/** A document with an operation to read pets, one to write them, and a schema. */
function api(read: JsonObject, write: JsonObject = {}, pet: Json = { type: 'object' }): JsonObject {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } };
  const get = { responses: { '200': { ...OK, content }, '404': UNKNOWN }, ...read };
  const put = { requestBody: { content }, responses: { '200': OK, '404': UNKNOWN }, ...write };
  return {
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    paths: { '/pets': { get, put } },
    components: { schemas: { Pet: pet } },
  };
}

async function told(base: Json, revision: Json, options: DiffOptions = {}) {
  const [left, right] = [await readText(JSON.stringify(base)), await readText(JSON.stringify(revision))];
  const { findings } = await diffDocuments(left, right, options);
  return findings.map(({ rule, impact, where, message, operations }) => [rule, impact, where, message, operations]);
}

const ASKED = { id: 'consent-asked', summary: 'Users have to consent.', breaking: true };
const WORDS = 'The behaviour changed: "Users have to consent".';
const CONDITIONAL = [{ when: 'the pet is a dog', scopes: ['dogs'] }];

describe('one behaviour of several operations', () => {
  test('is one finding, whatever each of them covers', async () => {
    const revision = api(
      { 'x-behaviors': [{ ...ASKED, covers: ['x-scope-filtered'] }], 'x-scope-filtered': ['dogs'] },
      { 'x-behaviors': [{ ...ASKED, covers: ['x-conditional-scopes'] }], 'x-conditional-scopes': CONDITIONAL },
    );
    expect(await told(api({}), revision)).toEqual([
      [
        'behavior-broken',
        'breaking',
        'behaviour consent-asked',
        `${WORDS} With it: The "x-scope-filtered" of the operation was stated: ["dogs"]. The list of conditional scopes of the operation was stated: [{"scopes":["dogs"],"when":"the pet is a dog"}].`,
        ['GET /pets', 'PUT /pets'],
      ],
    ]);
  });

  test('is told apart from one in other words, and from one that went', async () => {
    const base = api({ 'x-behaviors': [ASKED] });
    const revision = api({}, { 'x-behaviors': [{ ...ASKED, summary: 'Users are asked.' }] });
    expect(await told(base, revision)).toEqual([
      ['behavior-broken', 'breaking', 'PUT /pets', 'The behaviour changed: "Users are asked".', ['PUT /pets']],
      [
        'behavior-changed',
        'dangerous',
        'GET /pets',
        'The behaviour is no longer stated; it was [{"breaking":true,"id":"consent-asked","summary":"Users have to consent."}].',
        ['GET /pets'],
      ],
    ]);
  });

  test('keeps its fingerprint where another operation comes to have it', async () => {
    const fingerprint = async (revision: Json): Promise<string | undefined> => {
      const documents = [
        await readText(JSON.stringify(withMore(api({})))),
        await readText(JSON.stringify(revision)),
      ] as const;
      return (await diffDocuments(...documents)).findings[0]?.fingerprint;
    };
    const stated = { 'x-behaviors': [ASKED] };
    const two = await fingerprint(withMore(api(stated, stated)));
    expect(two).toMatch(/^[0-9a-f]{16}$/);
    expect(await fingerprint(withMore(api(stated, stated), stated))).toBe(two);
  });
});

/** The document with one operation more. */
function withMore(document: JsonObject, more: JsonObject = {}): JsonObject {
  return {
    ...document,
    paths: { ...(document.paths as JsonObject), '/cats': { get: { responses: { '200': OK }, ...more } } },
  };
}

describe('what a behaviour covers', () => {
  const skipped = { id: 'unknown-skipped', summary: 'Unknown pets are skipped.', breaking: true };
  const without404 = { responses: { '200': OK } };

  test('is told with it: a response, from the operation', async () => {
    const revision = api({}, { ...without404, 'x-behaviors': [{ ...skipped, covers: ['responses/404'] }] });
    expect(await told(api({}), revision)).toEqual([
      [
        'behavior-broken',
        'breaking',
        'PUT /pets',
        'The behaviour changed: "Unknown pets are skipped". With it: The response "404" was removed.',
        ['PUT /pets'],
      ],
    ]);
  });

  test('is told with it: values of a schema, from the document, with the operations that they reach', async () => {
    const pet = (values: readonly string[]): Json => ({ type: 'object', properties: { size: { enum: values } } });
    const covers = ['#/components/schemas/Pet/properties/size/enum'];
    const base = api({}, {}, pet(['s', 'l']));
    const revision = api({ 'x-behaviors': [{ ...skipped, covers }] }, {}, pet(['s', 'l', 'xl']));
    expect(await told(base, revision)).toEqual([
      [
        'behavior-broken',
        'breaking',
        'GET /pets',
        'The behaviour changed: "Unknown pets are skipped". With it: The value "xl" was added.',
        ['GET /pets'],
      ],
    ]);
  });

  test('is told with it: a keyword of the schema that states it', async () => {
    const pet = (content: string, more: JsonObject = {}): Json => {
      return { type: 'object', properties: { note: { type: 'string', contentMediaType: content, ...more } } };
    };
    const stated = { 'x-behaviors': [{ ...skipped, covers: ['contentMediaType'] }] };
    expect(await told(api({}, {}, pet('text/html')), api({}, {}, pet('text/plain', stated)))).toEqual([
      [
        'behavior-broken',
        'breaking',
        'Pet.note',
        'The behaviour changed: "Unknown pets are skipped". With it: The contentMediaType changed from "text/html" to "text/plain".',
        ['GET /pets', 'PUT /pets'],
      ],
    ]);
  });

  test('stays a finding where it is worse than the behaviour, or told louder', async () => {
    const harmless = { ...skipped, breaking: false, covers: ['responses/404'] };
    const revision = api({}, { ...without404, 'x-behaviors': [harmless] });
    const rules = async (options: DiffOptions): Promise<readonly unknown[]> => {
      return (await told(api({}), revision, options)).map(([rule, impact]) => [rule, impact]);
    };
    expect(await rules({})).toEqual([
      ['failure-response-removed', 'dangerous'],
      ['behavior-stated', 'non-breaking'],
    ]);
    const broken = api({}, { ...without404, 'x-behaviors': [{ ...skipped, covers: ['responses/404'] }] });
    const levels = [{ rules: ['behavior-broken'], level: 'info', reason: 'Known.' }] as const;
    expect((await told(api({}), broken, { levels })).map(([rule]) => rule)).toEqual([
      'behavior-broken',
      'failure-response-removed',
    ]);
    const off = [{ rules: ['behavior-broken'], level: 'off', reason: 'Known.' }] as const;
    expect((await told(api({}), broken, { levels: off })).map(([rule]) => rule)).toEqual(['failure-response-removed']);
  });

  test('is neither the element as a whole, nor what only begins alike, nor what is no pointer', async () => {
    const covers = ['', '#', 'responses/40', 'responses/200/404', 'responses/~4', 5];
    const revision = api({}, { ...without404, 'x-behaviors': [{ ...skipped, covers }] });
    expect((await told(api({}), revision)).map(([rule]) => rule)).toEqual([
      'behavior-broken',
      'failure-response-removed',
    ]);
  });

  test('is no change of its own', async () => {
    const [plain, covering] = [skipped, { ...skipped, covers: ['responses/404'], action: 'Look for them.' }];
    expect(await told(api({ 'x-behaviors': [plain] }), api({ 'x-behaviors': [covering] }))).toEqual([]);
  });
});

test('a value that came for null is told with how it is written', async () => {
  const pet = (assignee: JsonObject): Json => ({ type: 'object', properties: { assignee } });
  const base = api({}, {}, pet({ type: ['integer', 'null'] }));
  const written = { type: 'integer', oneOf: [{ const: 0, title: 'nobody' }, { minimum: 1 }] };
  const revision = api({}, {}, pet({ ...written, 'x-sentinel': { value: 0, means: 'nobody' } }));
  expect(await told(base, revision)).toEqual([
    [
      'null-replaced',
      'breaking',
      'Pet.assignee',
      'Null was replaced by 0, meaning "nobody".',
      ['GET /pets', 'PUT /pets'],
    ],
  ]);
});

test('thousands of behaviours that cover much take no quadratic time', async () => {
  const many = Array.from({ length: 3_000 }, (_, index) => index);
  const properties = (title: string): JsonObject => Object.fromEntries(many.map((index) => [`p${index}`, { title }]));
  const stated = many.map((index) => ({ id: `b${index}`, covers: [`#/components/schemas/Pet/properties/q${index}`] }));
  const base = api({}, {}, { type: 'object', properties: properties('Old') });
  const revision = api({ 'x-behaviors': stated }, {}, { type: 'object', properties: properties('New') });
  expect((await told(base, revision)).length).toBe(6_000);
});
