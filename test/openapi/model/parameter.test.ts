import { describe, expect, test } from 'vitest';
import { refusals } from '../../documents.js';
import { brief, read, warningsOf } from '../brief.js';

/** The parameters of the operation at a path, and the warnings about the document. */
async function parametersOf(
  parameters: readonly object[],
  path = '/a',
  item: object = {},
  line = '3.1.0',
): Promise<readonly [unknown, readonly string[]]> {
  const document = await read({ paths: { [path]: { ...item, get: { parameters, responses: {} } } } }, line);
  return [brief(document.operations[0]?.parameters), warningsOf(document)];
}

const schema = { type: 'string' };
const S = { types: ['string'] };
const at = (pointer: string): string => `#/paths/${pointer}`;

describe('defaults', () => {
  test.each([
    ['path', { required: true, style: 'simple' }],
    ['query', { style: 'form', explode: true }],
    ['header', { style: 'simple' }],
    ['cookie', { style: 'form', explode: true }],
  ])('of a parameter in %s', async (location, expected) => {
    const [parameters, warnings] = await parametersOf(
      [{ name: 'p', in: location, schema, ...(location === 'path' ? { required: true } : {}) }],
      location === 'path' ? '/a/{p}' : '/a',
    );
    expect([parameters, warnings]).toEqual([[{ name: 'p', in: location, ...expected, schema: S }], []]);
  });

  test.each([
    ['query', 'spaceDelimited', false],
    ['query', 'pipeDelimited', false],
    ['query', 'deepObject', false],
    ['query', 'form', true],
    ['path', 'label', false],
    ['path', 'matrix', false],
  ])('of explode for %s with style %s', async (location, style, explode) => {
    const given = { name: 'p', in: location, style, required: true, schema: { type: 'object' } };
    const path = location === 'path' ? '/a/{p}' : '/a';
    const common = { name: 'p', in: location, style, required: true, schema: { types: ['object'] } };
    expect(await parametersOf([given], path)).toEqual([[{ ...common, ...(explode ? { explode } : {}) }], []]);
    expect(await parametersOf([{ ...given, explode: true }], path)).toEqual([[{ ...common, explode: true }], []]);
    expect(await parametersOf([{ ...given, explode: false }], path)).toEqual([[common], []]);
  });

  test('everything else is taken as written', async () => {
    const given = {
      name: 'p',
      in: 'query',
      description: 'd',
      required: true,
      deprecated: true,
      allowEmptyValue: true,
      allowReserved: true,
      example: 1,
      examples: { a: { value: [2] }, b: { externalValue: 'x' } },
      content: { 'application/json': { schema, 'x-m': 1 } },
      'x-p': { a: false },
    };
    expect(await parametersOf([given])).toEqual([
      [
        {
          name: 'p',
          in: 'query',
          description: 'd',
          required: true,
          deprecated: true,
          allowEmptyValue: true,
          allowReserved: true,
          style: 'form',
          explode: true,
          examples: [1, [2]],
          content: { name: 'application/json', schema: S, extensions: { 'x-m': 1 } },
          extensions: { 'x-p': { a: false } },
        },
      ],
      [],
    ]);
  });

  test('the locations of OpenAPI 3.2', async () => {
    const given = [
      { name: 'q', in: 'querystring', content: { 'a/b': {} } },
      { name: 'c', in: 'cookie', style: 'cookie', schema },
    ];
    const expected = [
      { name: 'q', in: 'querystring', style: 'form', explode: true, content: { name: 'a/b' } },
      { name: 'c', in: 'cookie', style: 'cookie', explode: true, schema: S },
    ];
    expect(await parametersOf(given, '/a', {}, '3.2.0')).toEqual([expected, []]);
    expect(await parametersOf(given, '/a', {}, '3.1.0')).toEqual([
      expected,
      [`newer-field ${at('~1a/get/parameters/0/in')}`],
    ]);
  });
});

describe('parameters of the path', () => {
  const names = async (own: readonly object[], shared: readonly object[]): Promise<unknown> => {
    const { operations } = await read({
      paths: { '/a': { parameters: shared, get: { parameters: own, responses: {} } } },
    });
    return operations[0]?.parameters.map(({ in: location, name, description }) => `${location} ${name} ${description}`);
  };
  const one = (location: string, name: string, description: string): object => ({
    in: location,
    name,
    description,
    schema,
  });

  test('are merged in, and those of the operation win', async () => {
    const shared = [one('query', 'a', 'path'), one('query', 'b', 'path'), one('header', 'X-A', 'path')];
    const own = [
      one('query', 'b', 'own'),
      one('header', 'x-a', 'own'),
      one('cookie', 'a', 'own'),
      one('query', 'A', 'own'),
    ];
    expect(await names(own, shared)).toEqual([
      'query a path',
      'query b own',
      'header x-a own',
      'cookie a own',
      'query A own',
    ]);
  });

  test('hold beside a reference, and those of the referenced item too', async () => {
    const members = {
      paths: {
        '/a/{id}': {
          $ref: '#/components/pathItems/Item',
          parameters: [{ ...one('path', 'id', 'beside'), required: true }],
          'x-own': 1,
        },
      },
      components: {
        pathItems: {
          Item: {
            parameters: [one('query', 'q', 'item')],
            servers: [{ url: '/item' }],
            get: { parameters: [one('query', 'own', 'own')] },
            'x-item': 2,
          },
        },
      },
    };
    const document = await read(members);
    expect(document.operations[0]?.parameters.map(({ name, description }) => `${name} ${description}`)).toEqual([
      'q item',
      'id beside',
      'own own',
    ]);
    expect([document.operations[0]?.servers.map(({ url }) => url), document.operations[0]?.serversFrom]).toEqual([
      ['/item'],
      'path',
    ]);
    expect([Object.fromEntries(document.paths[0]?.extensions ?? []), warningsOf(document)]).toEqual([
      { 'x-item': 2, 'x-own': 1 },
      [],
    ]);
  });

  test.each([
    ['query', 'a', 'a', ['duplicate-parameter']],
    ['header', 'X-A', 'x-a', ['duplicate-parameter']],
    ['query', 'a', 'A', []],
  ])('twice in one list: %s %s and %s', async (location, first, second, expected) => {
    const given = [one(location, first, ''), one(location, second, '')];
    const codes = async (item: object): Promise<unknown> =>
      (await refusals(read({ paths: { '/a': item } }))).map((line) => line.split(' ')[1]);
    expect(await codes({ get: { parameters: given } })).toEqual(expected);
    expect(await codes({ parameters: given })).toEqual(expected);
  });
});

test.each([
  [{ name: 'p', in: 'body', schema }, ['parameter-location']],
  [{ name: 'p', in: 'formData', schema }, ['parameter-location']],
  [{ name: 'p', in: 'toString', schema }, ['parameter-location']],
  [{ in: 'query', schema }, ['missing']],
  [{ name: 'p', schema }, ['missing']],
  [{ schema }, ['missing']],
  [{ name: 1, in: 'query', schema }, ['type']],
  [{ name: 'p', in: 'query', schema, required: 'yes', deprecated: 1, style: [] }, ['type', 'type', 'type']],
  [{ name: 'p', in: 'query', style: 'simple', schema }, ['parameter-style']],
  [{ name: 'p', in: 'header', style: 'form', schema }, ['parameter-style']],
  [{ name: 'p', in: 'query', style: 'deepObject', schema }, ['parameter-style']],
  [{ name: 'p', in: 'query', schema, content: { 'a/b': {} } }, ['parameter-shape']],
  [{ name: 'p', in: 'query', content: {} }, ['parameter-shape']],
  [{ name: 'p', in: 'query', content: { 'a/b': {}, 'c/d': {} } }, ['parameter-shape']],
  ['p', ['type']],
  [null, ['type']],
])('%j is refused', async (parameter, expected) => {
  const diagnostics = await refusals(read({ paths: { '/a': { get: { parameters: [parameter] } } } }));
  expect(diagnostics.map((line) => line.split(' ')[1])).toEqual(expected);
});

test('a parameter without schema and content is read and warned about', async () => {
  expect(await parametersOf([{ name: 'p', in: 'query' }])).toEqual([
    [{ name: 'p', in: 'query', style: 'form', explode: true }],
    [`parameter-untyped ${at('~1a/get/parameters/0')}`],
  ]);
});
