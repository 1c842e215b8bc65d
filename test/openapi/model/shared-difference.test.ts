import { describe, expect, test } from 'vitest';
import { Sameness } from '../../../openapi/model/sameness.js';
import type { CarriedPart } from '../../../openapi/model/shared-difference.js';
import { readText } from '../../documents.js';
import { documentOf } from '../brief.js';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const content = (schema: object, more: object = {}) => ({ 'a/b': { schema, ...more } });
const answer = (schema: object, more: object = {}) => ({ description: '', content: content(schema), ...more });

/** `Changed` is a number in the revision. */
const document = (operation: object, type: string, members: object = {}) =>
  documentOf({
    paths: { '/a': { ...members, post: { responses: {}, ...operation } } },
    components: { schemas: { Changed: { type }, Kept: { type: 'string' } } },
  });

async function compared(base: string, revision: string, part: CarriedPart) {
  const [before, after] = [await readText(base, {}, 'api.json'), await readText(revision, {}, 'api.json')];
  const [[left], [right]] = [before.operations, after.operations];
  if (left === undefined || right === undefined) throw new Error('The operations were not read.');
  const sameness = new Sameness(before, after, new Set(['description']));
  const differing = [...sameness.differingFields(left, right)];
  return { differing, shared: sameness.sharedDifference(left, right, part) };
}

const between = (base: object, revision: object, part: CarriedPart) =>
  compared(document(base, 'string'), document(revision, 'number'), part);

const CHANGED = '#/components/schemas/Changed';
const query = (schema: object, more: object = {}) => ({ name: 'q', in: 'query', schema, ...more });

describe('what alone differs is told by the references', () => {
  test.each([
    [
      'responses',
      { responses: { 200: answer(ref('Changed')), 404: answer(ref('Kept')), default: answer(ref('Changed')) } },
      [['responses'], ['200', 'a/b', CHANGED, CHANGED], ['default', 'a/b', CHANGED, CHANGED]],
    ],
    [
      'requestBody',
      { requestBody: { content: content(ref('Changed'), { example: 1 }) } },
      [['requestBody'], ['', 'a/b', CHANGED, CHANGED]],
    ],
    [
      'parameters',
      { parameters: [query(ref('Kept'), { name: 'p' }), query(ref('Changed'))] },
      [['parameters'], ['', 'query', 'q', CHANGED, CHANGED]],
    ],
  ] as const)('in %s', async (part, operation, expected) => {
    const { differing, shared } = await between(operation, operation, part);
    expect(differing).toEqual([part]);
    expect(JSON.parse(shared ?? 'null')).toEqual(expected);
  });

  test('whatever is said of it besides', async () => {
    const words = { description: 'A', content: content(ref('Changed')) };
    const others = { content: content(ref('Kept')), description: 'B' };
    const { differing, shared } = await between(
      { responses: { 200: words }, description: 'A' },
      { responses: { 200: others } },
      'responses',
    );
    expect(differing).toEqual(['responses']);
    expect(JSON.parse(shared ?? 'null')).toEqual([['responses'], ['200', 'a/b', CHANGED, '#/components/schemas/Kept']]);
  });
});

describe('it is not told alone', () => {
  const of = (name: string) => answer(ref(name));
  test.each([
    ['where a status comes', 'responses', { 200: of('Changed') }, { 200: of('Changed'), 404: of('Kept') }],
    ['where a status is another', 'responses', { 200: of('Changed') }, { 201: of('Changed') }],
    ['where a schema holds the reference', 'responses', { 200: answer({ items: ref('Changed') }) }, undefined],
    ['where a schema says more', 'responses', { 200: answer({ ...ref('Changed'), title: 'A' }) }, undefined],
    [
      'where a header differs',
      'responses',
      { 200: answer(ref('Changed'), { headers: { h: { schema: ref('Changed') } } }) },
      undefined,
    ],
    [
      'where a media type comes',
      'responses',
      { 200: of('Changed') },
      { 200: { content: { ...content(ref('Changed')), 'c/d': {} } } },
    ],
    [
      'beside another media type',
      'responses',
      { 200: { content: { ...content(ref('Changed')), 'c/d': {} } } },
      undefined,
    ],
    [
      'where parts have encodings',
      'requestBody',
      { content: content(ref('Changed'), { encoding: { a: {} } }) },
      undefined,
    ],
    [
      'where a body becomes required',
      'requestBody',
      { content: content(ref('Changed')) },
      { content: content(ref('Changed')), required: true },
    ],
    [
      'where a parameter comes',
      'parameters',
      [query(ref('Changed'))],
      [query(ref('Changed')), query({}, { name: 'p' })],
    ],
    ['where a parameter is reserved', 'parameters', [query(ref('Changed'), { allowReserved: true })], undefined],
    ['where a parameter is renamed', 'parameters', [query(ref('Changed'))], [query(ref('Changed'), { name: 'p' })]],
  ] as const)('%s', async (_, part, base, revision) => {
    const { differing, shared } = await between({ [part]: base }, { [part]: revision ?? base }, part);
    expect(differing).toEqual([part]);
    expect(shared).toBeUndefined();
  });
});

test('parameters of the path are those of its operations', async () => {
  const members = (schema: object) => ({ parameters: [query(schema)] });
  const operation = { parameters: [query(ref('Changed'), { name: 'p' })] };
  const [base, revision] = [
    document(operation, 'string', members({})),
    document(operation, 'number', members({ type: 'string' })),
  ];
  expect(await compared(base, revision, 'parameters')).toEqual({ differing: ['parameters'], shared: undefined });
});

test('what an operation inherits, and what it says of itself, is told apart from what it carries', async () => {
  const base = document({ operationId: 'a', responses: {} }, 'string');
  expect((await compared(base, base, 'responses')).differing).toEqual([]);
  const renamed = document({ operationId: 'b', responses: {} }, 'string');
  expect((await compared(base, renamed, 'responses')).differing).toEqual(['rest']);
  const moved = document({ operationId: 'a', responses: {} }, 'string', { servers: [{ url: '/v2' }] });
  expect((await compared(base, moved, 'responses')).differing).toEqual(['inherited']);
  const tagged = document({ operationId: 'a', responses: {}, tags: ['a'] }, 'string');
  expect((await compared(base, tagged, 'responses')).differing).toEqual(['rest']);
  expect((await compared(tagged, base, 'responses')).differing).toEqual(['rest']);
});

test('of a document that is never sure everything may differ', async () => {
  const text = document({}, 'string').replace('"Kept":', '"X":{"$anchor":"x"},"Y":{"$ref":"#x"},"Kept":');
  const everything = ['parameters', 'requestBody', 'responses', 'inherited', 'rest'];
  expect(await compared(text, text, 'responses')).toEqual({ differing: everything, shared: undefined });
});
