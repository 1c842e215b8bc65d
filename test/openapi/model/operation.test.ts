import { describe, expect, test } from 'vitest';
import { refusals } from '../../documents.js';
import { brief, read, warningsOf } from '../brief.js';

const plain = { serversFrom: 'document', servers: [{ url: '/' }], security: [] };

async function documentOfItem(item: object, line = '3.1.0'): Promise<readonly [unknown, readonly string[]]> {
  const document = await read({ paths: { '/a': item } }, line);
  return [brief(document.operations), warningsOf(document)];
}

describe('operations', () => {
  test('every field', async () => {
    const item = {
      summary: 'not of the operation',
      post: {
        operationId: 'create',
        summary: 's',
        description: 'd',
        tags: ['a', 'b', 'a'],
        deprecated: true,
        externalDocs: { url: 'https://x.test', description: 'more' },
        responses: { 200: { description: 'ok' } },
        'x-o': { a: null },
      },
    };
    expect(await documentOfItem(item)).toEqual([
      [
        {
          method: 'POST',
          path: '/a',
          id: 'create',
          summary: 's',
          description: 'd',
          tags: ['a', 'b'],
          deprecated: true,
          externalDocs: { url: 'https://x.test', description: 'more' },
          responses: { 200: { description: 'ok' } },
          ...plain,
          extensions: { 'x-o': { a: null } },
        },
      ],
      [],
    ]);
  });

  test('every method, in the order of the document', async () => {
    const methods = ['trace', 'patch', 'head', 'options', 'delete', 'post', 'put', 'get'];
    const [operations, warnings] = await documentOfItem(Object.fromEntries(methods.map((method) => [method, {}])));
    expect([operations, warnings]).toEqual([
      methods.map((method) => ({ method: method.toUpperCase(), path: '/a', ...plain })),
      [],
    ]);
  });

  test('query and additional operations of OpenAPI 3.2', async () => {
    const item = { query: {}, additionalOperations: { COPY: {}, 'M-SEARCH': {}, get: {} } };
    const expected = ['QUERY', 'COPY', 'M-SEARCH', 'get'].map((method) => ({ method, path: '/a', ...plain }));
    expect(await documentOfItem(item, '3.2.0')).toEqual([expected, []]);
    expect(await documentOfItem({ query: {} })).toEqual([expected.slice(0, 1), ['newer-field #/paths/~1a/query']]);
    const codes = (
      await refusals(
        read({ paths: { '/a': { additionalOperations: { GET: {}, 'A B': {}, '': {}, 'a{}': {} } } } }, '3.2.0'),
      )
    ).map((line) => line.split(' ')[1]);
    expect(codes).toEqual(['method', 'method', 'method', 'method']);
  });

  test('a field that is nearly a method is named', async () => {
    const document = await read({ paths: { '/a': { gett: {} } } });
    expect(document.warnings.map(({ message }) => message)).toEqual([
      'A path item has no field "gett". Did you mean "get"?',
    ]);
  });

  test('one operationId twice is a warning', async () => {
    const document = await read({
      paths: { '/a': { get: { operationId: 'x' }, put: { operationId: 'x' } } },
      webhooks: { w: { post: { operationId: 'x' } } },
    });
    expect(warningsOf(document)).toEqual([
      'duplicate-operation-id #/paths/~1a/put/operationId',
      'duplicate-operation-id #/webhooks/w/post/operationId',
    ]);
  });

  test('paths that differ in names of variables only', async () => {
    const item = (method: string, name: string): object => ({
      [method]: { parameters: [{ name, in: 'path', required: true, schema: {} }] },
    });
    expect(await refusals(read({ paths: { '/a/{x}': item('get', 'x'), '/a/{y}': item('get', 'y') } }))).toEqual([
      expect.stringMatching(/ path-conflict$/),
    ]);
    expect(
      (
        await read({
          paths: { '/a/{x}': item('get', 'x'), '/a/{y}': item('put', 'y'), '/a/x': item('get', 'x') },
        }).catch(() => undefined)
      )?.operations.length,
    ).toBe(3);
  });
});

test('what belongs to the document', async () => {
  const members = {
    info: { title: 'T', version: 2.1, description: 'd' },
    tags: [{ name: 'a', description: 'A', externalDocs: { url: 'u' } }, { name: '' }],
    externalDocs: { url: 'u', description: 'd' },
    'x-d': [1],
    components: {
      schemas: { Orphan: { type: 'string' } },
      responses: { R: { description: '' } },
      headers: { H: {} },
      pathItems: { P: { get: { operationId: 'p' } } },
    },
  };
  const document = await read(members);
  expect([brief(document), warningsOf(document)]).toEqual([
    {
      openapi: '3.1.0',
      line: '3.1',
      info: { title: 'T', version: '2.1', description: 'd' },
      servers: [{ url: '/' }],
      tags: [{ name: 'a', description: 'A', externalDocs: { url: 'u' } }, { name: '' }],
      externalDocs: { url: 'u', description: 'd' },
      components: {
        schemas: { Orphan: { types: ['string'] } },
        responses: { R: { description: '' } },
        headers: { H: {} },
        pathItems: {
          P: { path: 'P', operations: [{ kind: 'callback', method: 'GET', path: 'P', id: 'p', ...plain }] },
        },
      },
      extensions: { 'x-d': [1] },
    },
    ['number-as-text #/info/version'],
  ]);
});
