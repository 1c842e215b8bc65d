import { describe, expect, test } from 'vitest';
import { diffDocuments } from '../../../diff/diff.js';
import { readText } from '../../documents.js';
import { api, expectMoves, movesOf, object } from './moves-of.js';

describe('a parameter', () => {
  const query = (name: string, where = 'query'): string => `[{name: ${name}, in: ${where}, schema: {type: string}}]`;

  test.each([
    [
      'renamed',
      query('pageSize'),
      query('page_size'),
      'page_size',
      'query parameter page_size',
      'the names are equal up to case and separators; the same type',
    ],
    [
      'in another location',
      query('tenant'),
      query('tenant', 'header'),
      'tenant',
      'header parameter tenant',
      'the same name; the same type',
    ],
  ])('%s', async (_, before, after, name, words, evidence) => {
    const from = /name: (\w+)/.exec(before)?.[1] ?? '';
    await expectMoves({ parameters: before }, { parameters: after }, [
      [`POST /pets → query parameter ${from}`, 'to', `POST /pets → ${words}`, name, evidence],
    ]);
  });

  test('in the body', async () => {
    await expectMoves({ parameters: query('tenant_id') }, { body: object('tenant_id: {type: string}') }, [
      [
        'POST /pets → query parameter tenant_id',
        'to',
        'POST /pets → request body → tenant_id',
        'tenant_id',
        'the same name; the same type',
      ],
    ]);
  });

  test('with a common name in another location says nothing', async () => {
    await expectMoves({ parameters: query('id') }, { parameters: query('id', 'header') }, []);
  });
});

describe('an operation', () => {
  const get = (path: string, more = ''): string => `  ${path}: {get: {${more} responses: {'200': {description: ok}}}}`;

  test.each([
    [
      'with its operationId',
      get('/cats', 'operationId: listCats,'),
      get('/animals/cats', 'operationId: listCats,'),
      'the same operationId; the same path after a prefix',
    ],
    [
      'to a path in the plural',
      get('/away_status', 'summary: List the reasons for being away,'),
      get('/away_statuses', 'summary: List the reasons for being away,'),
      'the same description; the paths differ in "away_status" and "away_statuses" only',
    ],
    [
      'as the document itself says',
      get('/cats'),
      get('/felines', 'x-renamed-from: GET /cats,'),
      'x-renamed-from says so',
    ],
  ])('moved %s', async (_, before, after, evidence) => {
    const [from = '', to = ''] = [before, after].map((text) => `GET ${text.trim().split(':')[0]}`);
    const confirmed = evidence.startsWith('x-') ? ['confirmed'] : [];
    await expectMoves({ paths: before }, { paths: after }, [[from, 'to', to, to, evidence, ...confirmed]]);
  });

  test('is not another one with the same kind of path', async () => {
    await expectMoves({ paths: get('/cats/{id}/toys') }, { paths: get('/dogs/{id}/toys') }, []);
  });
});

describe('hints', () => {
  const [base, revision] = [
    { pet: object('firstName: {type: string}') },
    { pet: object('first_name: {type: string}, given: {type: integer}') },
  ];

  test('confirm', async () => {
    expect(await movesOf(base, revision, [{ from: 'Pet.firstName', to: 'Pet.first_name', confirmed: true }])).toEqual({
      moves: [
        [
          'Pet.firstName',
          'to',
          'Pet.first_name',
          'first_name',
          'a hint says so; the names are equal up to case and separators; the same type',
          'confirmed',
        ],
      ],
      back: 1,
      unmatched: [],
    });
  });

  test('deny', async () => {
    expect(await movesOf(base, revision, [{ from: 'Pet.firstName', to: 'Pet.first_name', confirmed: false }])).toEqual({
      moves: [],
      back: 0,
      unmatched: [],
    });
  });

  test('know better, by pointer', async () => {
    const pointer = '#/components/schemas/Pet/properties/';
    expect(
      await movesOf(base, revision, [{ from: `${pointer}firstName`, to: `${pointer}given`, confirmed: true }]),
    ).toEqual({
      moves: [['Pet.firstName', 'to', 'Pet.given', 'given', 'a hint says so', 'confirmed']],
      back: 1,
      unmatched: [],
    });
  });

  test('that name nothing are told', async () => {
    const hints = [
      { from: 'Pet.lastName', to: 'Pet.given', confirmed: true },
      { from: 'Pet.firstName', to: 'Pet.nothing', confirmed: false },
    ];
    expect((await movesOf(base, revision, hints)).unmatched).toEqual(['Pet.lastName', 'Pet.firstName']);
  });
});

test('a removal stays what it is', async () => {
  const [base, revision] = await Promise.all(
    ['firstName', 'first_name'].map((name) => readText(api({ pet: object(`${name}: {type: string}`) }))),
  );
  if (base === undefined || revision === undefined) throw new Error('unreachable');
  const { findings } = await diffDocuments(base, revision);
  expect(findings.map(({ rule, impact }) => [rule, impact])).toEqual([
    ['property-removed', 'breaking'],
    ['optional-property-added', 'non-breaking'],
  ]);
  expect(findings[0]?.moves).toEqual([
    {
      end: 'to',
      part: null,
      where: 'Pet.first_name',
      name: 'first_name',
      place: { file: 'api.yaml', pointer: '#/components/schemas/Pet/properties/first_name', line: 12, column: 38 },
      evidence: [
        'the names are equal up to case and separators',
        'the same type',
        'nothing else went from or came to the object',
      ],
      confirmed: false,
    },
  ]);
});
