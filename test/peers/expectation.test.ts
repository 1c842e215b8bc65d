import { describe, expect, test } from 'vitest';
import { diffDocuments } from '../../diff/diff.js';
import type { FindingPlace } from '../../diff/finding.js';
import { readText } from '../documents.js';
import { completenessOf, isAtPlace } from './expectation.js';
import type { Expectation } from './peer-case.js';

const TEXT = `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /pets:
    post:
      security: [{ key: [] }]
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
      responses: { '200': { description: ok } }
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
  schemas:
    Pet: { $ref: '#/components/schemas/Animal', description: A pet }
    Animal: { type: object, required: [name], properties: { name: { type: string, enum: [a, b] } } }
`;

const SCHEMA = '/paths/~1pets/post/requestBody/content/application~1json/schema';
const ANIMAL = '/components/schemas/Animal';

function at(pointer: string): FindingPlace {
  return { file: 'api.yaml', pointer: `#${pointer}`, line: 1, column: 1 };
}

async function isHere(ours: string, before: readonly string[]): Promise<boolean> {
  const document = await readText(TEXT);
  const expectation: Expectation = { action: 'remove', type: 'breaking', before };
  return isAtPlace({ base: at(ours), revision: null }, expectation, { base: document, revision: document });
}

describe('the place of a finding and that of an expectation', () => {
  test.each([
    ['the same pointer', `${ANIMAL}/required/0`, `${ANIMAL}/required/0`, true],
    ['a reference followed on their side', `${ANIMAL}/required/0`, `${SCHEMA}/required/0`, true],
    ['a reference followed on our side', `${SCHEMA}/required/0`, `${ANIMAL}/required/0`, true],
    ['a key beside a reference', '/components/schemas/Pet/description', `${SCHEMA}/description`, true],
    ['the key behind it', `${ANIMAL}/description`, `${SCHEMA}/description`, false],
    ['the schema whose keyword is expected', ANIMAL, `${ANIMAL}/required`, true],
    ['the schema whose property is expected', ANIMAL, `${SCHEMA}/properties/name`, true],
    ['the keyword whose entry is expected', `${ANIMAL}/properties/name/enum`, `${SCHEMA}/properties/name/enum/1`, true],
    ['a schema further up', ANIMAL, `${ANIMAL}/properties/name/enum`, false],
    ['a place inside the expected one', `${ANIMAL}/properties/name/enum`, `${ANIMAL}/properties/name`, false],
    ['a place beside it', `${ANIMAL}/properties/name`, `${ANIMAL}/properties/names`, false],
    ['an operation of the expected path item', '/paths/~1pets/post', '/paths/~1pets', true],
    ['a part of an operation of it', '/paths/~1pets/post/requestBody', '/paths/~1pets', false],
    ['the security of an operation', '/paths/~1pets/post/security', '/paths/~1pets/post/security/0/key/0', true],
  ])('%s', async (_name, ours, theirs, expected) => {
    expect(await isHere(ours, [theirs])).toBe(expected);
  });

  test('any of several pointers will do', async () => {
    expect(await isHere(ANIMAL, ['/info', ANIMAL])).toBe(true);
  });

  test('both sides count, but not one that states a default, and each keyword for itself', async () => {
    const document = await readText(TEXT);
    const documents = { base: document, revision: document };
    const finding = { base: at(ANIMAL), revision: at(`${ANIMAL}/required`) };
    const places = (before: string, after: string): Expectation => {
      return { action: 'replace', type: 'breaking', before: [before], after: [after] };
    };
    const loose = { base: at(`${ANIMAL}/properties`), revision: at(ANIMAL) };
    expect([
      isAtPlace(loose, { action: 'add', type: 'breaking', after: [`${ANIMAL}/title`] }, documents),
      isAtPlace(loose, { action: 'add', type: 'breaking', after: [`${ANIMAL}/properties/name`] }, documents),
      isAtPlace(finding, places(ANIMAL, `${ANIMAL}/required`), documents),
      isAtPlace(finding, places('/info', `${ANIMAL}/required`), documents),
      isAtPlace(finding, places('/test-cs-defaults', `${ANIMAL}/required`), documents),
    ]).toEqual([false, true, true, false, true]);
  });
});

test('what is expected is met, told otherwise or missed, and the rest is extra', async () => {
  const base = await readText(TEXT);
  const revision = await readText(
    TEXT.replace('security: [{ key: [] }]', 'summary: Adds a pet').replace('post:', 'get: {}\n    post:'),
  );
  const { findings } = await diffDocuments(base, revision);
  const after = (type: Expectation['type'], pointer: string): Expectation => ({
    action: 'add',
    type,
    after: [pointer],
  });
  const expected = [
    after('breaking', '/paths/~1pets/get'),
    after('annotation', '/paths/~1pets/post/summary'),
    after('non-breaking', '/paths/~1pets/put'),
    after('non-breaking', '/paths/~1pets/get'),
  ];
  const { met, extra } = completenessOf({ kind: 'compared', base, revision, findings }, expected);
  expect(met.map(({ how, isQuiet, told }) => [how, isQuiet, told])).toEqual([
    ['place', false, ['operation-added non-breaking']],
    ['met', true, []],
    ['missed', false, []],
    ['met', false, ['operation-added non-breaking']],
  ]);
  expect(extra).toEqual(['security-loosened non-breaking']);
});
