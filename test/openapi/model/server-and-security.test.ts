import { describe, expect, test } from 'vitest';
import { brief, read, warningsOf } from '../brief.js';

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
