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

describe('bodies and responses', () => {
  const schema = { type: 'string' };
  const S = { types: ['string'] };

  test('request bodies', async () => {
    const requestBody = {
      description: 'd',
      required: true,
      content: {
        'multipart/form-data; boundary=x': {
          schema,
          encoding: {
            part: {
              contentType: 'image/png',
              style: 'form',
              explode: false,
              allowReserved: true,
              headers: {
                'X-H': { required: true, deprecated: true, description: 'h', explode: true, schema, 'x-h': 1 },
              },
            },
          },
        },
        'text/*': {},
        'application/jsonl': { itemSchema: schema, example: false, examples: { a: { value: null } } },
      },
      'x-b': 1,
    };
    expect(await documentOfItem({ post: { requestBody } }, '3.2.0')).toEqual([
      [
        {
          method: 'POST',
          path: '/a',
          ...plain,
          requestBody: {
            description: 'd',
            required: true,
            content: {
              'multipart/form-data; boundary=x': {
                name: 'multipart/form-data; boundary=x',
                schema: S,
                encoding: {
                  part: {
                    contentType: 'image/png',
                    style: 'form',
                    allowReserved: true,
                    headers: {
                      'X-H': {
                        required: true,
                        deprecated: true,
                        description: 'h',
                        explode: true,
                        schema: S,
                        extensions: { 'x-h': 1 },
                      },
                    },
                  },
                },
              },
              'text/*': { name: 'text/*' },
              'application/jsonl': { name: 'application/jsonl', itemSchema: S, examples: [false, null] },
            },
            extensions: { 'x-b': 1 },
          },
        },
      ],
      [],
    ]);
  });

  test('one media type object under two names has both names', async () => {
    const shared = { $ref: '#/components/mediaTypes/M' };
    const document = await read(
      {
        paths: { '/a': { post: { requestBody: { content: { 'a/b': shared, 'c/d': shared } } } } },
        components: { mediaTypes: { M: { schema } } },
      },
      '3.2.0',
    );
    expect(brief(document.operations[0]?.requestBody)).toEqual({
      content: { 'a/b': { name: 'a/b', schema: S }, 'c/d': { name: 'c/d', schema: S } },
    });
  });

  test('responses, ranges, default, headers and links', async () => {
    const responses = {
      200: {
        description: 'ok',
        headers: { 'X-A': { schema }, 'x-b': { content: { 'a/b': { schema } } } },
        content: { 'a/b': { schema } },
        links: {
          next: {
            operationId: 'list',
            parameters: { a: '$request.path.id', b: 1 },
            requestBody: { x: 1 },
            server: { url: '/x' },
          },
          other: { operationRef: '#/paths/~1a/get' },
        },
        'x-r': 1,
      },
      '4XX': { description: 'bad' },
      '5xx': { description: 'worse' },
      default: { description: 'else' },
      'x-ignored': 1,
    };
    expect(await documentOfItem({ get: { responses } })).toEqual([
      [
        {
          method: 'GET',
          path: '/a',
          ...plain,
          responses: {
            200: {
              description: 'ok',
              headers: { 'X-A': { schema: S }, 'x-b': { content: { name: 'a/b', schema: S } } },
              content: { 'a/b': { name: 'a/b', schema: S } },
              links: {
                next: {
                  operationId: 'list',
                  parameters: { a: '$request.path.id', b: 1 },
                  requestBody: { x: 1 },
                  server: { url: '/x' },
                },
                other: { operationRef: '#/paths/~1a/get' },
              },
              extensions: { 'x-r': 1 },
            },
            '4XX': { description: 'bad' },
            '5XX': { description: 'worse' },
            default: { description: 'else' },
          },
        },
      ],
      ['response-status #/paths/~1a/get/responses/5xx'],
    ]);
  });

  test.each(['ok', '20', '2000', '600', '099', 'XXX', '2Xx ', 'Default', '', '__proto__'])(
    '"%s" is no status',
    async (status) => {
      const responses = JSON.parse(`{${JSON.stringify(status)}:{"description":""}}`);
      expect(
        (await refusals(read({ paths: { '/a': { get: { responses } } } }))).map((line) => line.split(' ')[1]),
      ).toEqual(['response-status']);
    },
  );
});

describe('webhooks and callbacks', () => {
  test('are operations of their own kind, without a template', async () => {
    const members = {
      webhooks: { '{new}': { post: { operationId: 'hook', parameters: [{ name: 'id', in: 'query', schema: {} }] } } },
      paths: {
        '/a': {
          servers: [{ url: '/own' }],
          post: {
            callbacks: {
              done: {
                '{$request.body#/url}': { put: { operationId: 'call', deprecated: true } },
                'x-not': 1,
                'https://x.test': { get: {}, post: {} },
              },
            },
          },
        },
      },
    };
    const document = await read(members);
    const servers = { servers: [{ url: '/own' }], serversFrom: 'path', security: [] };
    expect([brief(document.webhooks), brief(document.operations), warningsOf(document)]).toEqual([
      [
        {
          kind: 'webhook',
          method: 'POST',
          path: '{new}',
          id: 'hook',
          parameters: [{ name: 'id', in: 'query', style: 'form', explode: true, schema: {} }],
          ...plain,
        },
      ],
      [
        {
          method: 'POST',
          path: '/a',
          ...servers,
          callbacks: [
            {
              name: 'done',
              operations: [
                {
                  kind: 'callback',
                  method: 'PUT',
                  path: '{$request.body#/url}',
                  id: 'call',
                  deprecated: true,
                  ...servers,
                },
                { kind: 'callback', method: 'GET', path: 'https://x.test', ...servers },
                { kind: 'callback', method: 'POST', path: 'https://x.test', ...servers },
              ],
            },
          ],
        },
      ],
      [],
    ]);
  });
});

describe('servers', () => {
  const urls = async (members: object): Promise<unknown> =>
    (await read(members)).operations.map(({ servers, serversFrom }) => [serversFrom, ...servers.map(({ url }) => url)]);

  test('the nearest level wins, an empty list is none', async () => {
    const paths = {
      '/a': {
        servers: [{ url: '/path' }],
        get: { servers: [{ url: '/operation' }, { url: '/second' }] },
        put: {},
        post: { servers: [] },
      },
      '/b': { servers: [], get: {} },
    };
    expect(await urls({ servers: [{ url: '/document' }], paths })).toEqual([
      ['operation', '/operation', '/second'],
      ['path', '/path'],
      ['path', '/path'],
      ['document', '/document'],
    ]);
    expect(await urls({ paths: { '/b': { get: {} } } })).toEqual([['document', '/']]);
  });

  test('variables', async () => {
    const servers = [
      {
        url: 'https://{host}:{port}',
        description: 'd',
        variables: { host: { default: 'a', enum: ['a', 'b'] }, port: { default: 8080 } },
      },
    ];
    const document = await read({ servers });
    expect([brief(document.servers), warningsOf(document)]).toEqual([
      [
        {
          url: 'https://{host}:{port}',
          description: 'd',
          variables: { host: { default: 'a', enum: ['a', 'b'] }, port: { default: '8080', enum: [] } },
        },
      ],
      ['number-as-text #/servers/0/variables/port/default'],
    ]);
  });
});

describe('security', () => {
  const securitySchemes = { key: { type: 'apiKey', in: 'header', name: 'X' }, user: { type: 'oauth2', flows: {} } };
  const effective = async (security: unknown, own: object): Promise<readonly [unknown, readonly string[]]> => {
    const document = await read({
      ...(security === undefined ? {} : { security }),
      components: { securitySchemes },
      paths: { '/a': { get: own } },
    });
    return [document.operations[0]?.security.map(({ schemes }) => Object.fromEntries(schemes)), warningsOf(document)];
  };

  test.each([
    ['none at all', undefined, {}, []],
    ['inherited', [{ key: [] }], {}, [{ key: [] }]],
    ['replaced', [{ key: [] }], { security: [{ user: ['a', 'b'] }] }, [{ user: ['a', 'b'] }]],
    ['removed', [{ key: [] }], { security: [] }, []],
    [
      'anonymous as an alternative',
      [{ key: [] }],
      { security: [{}, { key: [], user: [] }] },
      [{}, { key: [], user: [] }],
    ],
  ])('%s', async (_, security, own, expected) => {
    expect(await effective(security, own)).toEqual([expected, []]);
  });

  test('an undeclared scheme is kept and warned about', async () => {
    const document = await read({ security: [{ kye: [] }], components: { securitySchemes } });
    expect(document.warnings.map(({ code, message, place }) => [code, message, place.pointer])).toEqual([
      ['security-undeclared', 'The security scheme "kye" is not declared. Did you mean "key"?', '#/security/0/kye'],
    ]);
    expect(await effective([{ kye: ['s'] }], {})).toEqual([[{ kye: ['s'] }], ['security-undeclared #/security/0/kye']]);
  });

  test('every type of scheme', async () => {
    const flow = { authorizationUrl: 'a', tokenUrl: 't', refreshUrl: 'r', scopes: { read: 'R', '': 'none' } };
    const schemes = {
      key: { type: 'apiKey', in: 'cookie', name: 'k', deprecated: true },
      http: { type: 'http', scheme: 'Bearer', bearerFormat: 'JWT' },
      tls: { type: 'mutualTLS' },
      oauth: {
        type: 'oauth2',
        flows: {
          authorizationCode: flow,
          deviceAuthorization: { deviceAuthorizationUrl: 'd', tokenUrl: 't', scopes: {} },
          'x-f': 1,
        },
      },
      oidc: { type: 'openIdConnect', openIdConnectUrl: 'u' },
    };
    const { components } = await read({ components: { securitySchemes: schemes } }, '3.2.0');
    expect(brief(components.securitySchemes)).toEqual({
      key: { name: 'key', type: 'apiKey', in: 'cookie', parameterName: 'k', deprecated: true },
      http: { name: 'http', type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      tls: { name: 'tls', type: 'mutualTLS' },
      oauth: {
        name: 'oauth',
        type: 'oauth2',
        flows: { authorizationCode: flow, deviceAuthorization: { deviceAuthorizationUrl: 'd', tokenUrl: 't' } },
      },
      oidc: { name: 'oidc', type: 'openIdConnect', openIdConnectUrl: 'u' },
    });
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
