import { describe, expect, test } from 'vitest';
import { type Api, type ClientOptions, call, createClient } from '../../../generator/runtime/index.js';
import { rejection, serve } from './serve.js';

const security: NonNullable<Api['security']> = {
  bearer: { kind: 'bearer' },
  basic: { kind: 'basic' },
  header: { kind: 'apiKey', in: 'header', name: 'X-Key' },
  query: { kind: 'apiKey', in: 'query', name: 'api key' },
  cookie: { kind: 'apiKey', in: 'cookie', name: 'sid' },
  mutual: { kind: 'other' },
};
const cookies = [{ key: 'c', name: 'c', in: 'cookie' }] as const;

async function sent(
  alternatives: readonly (readonly string[])[] | undefined,
  options: ClientOptions,
  headers = {},
): Promise<unknown> {
  const server = await serve();
  const client = createClient({ baseUrl: server.url, security, auth: [['bearer']] }, options);
  const operation = { method: 'GET', path: '/a', parameters: cookies, ...(alternatives && { security: alternatives }) };
  try {
    await call(client, operation, { c: '1' }, { headers });
  } catch (error) {
    expect(server.received).toEqual([]);
    return String(error);
  }
  return server.received.map(({ url, headers: { accept: _, ...rest } }) => ({ url, ...rest }));
}

describe('credentials', () => {
  const all = { basic: { username: 'ü', password: 'p:w' }, header: 'k1', query: 'k 2', cookie: 'k;3', mutual: '' };
  const cookie = 'c=1';

  test.each<[string, readonly (readonly string[])[] | undefined, ClientOptions, unknown]>([
    ['default', undefined, { token: 't' }, [{ url: '/a', cookie, authorization: 'Bearer t' }]],
    ['token function', undefined, { token: async () => 't' }, [{ url: '/a', cookie, authorization: 'Bearer t' }]],
    [
      'credential before token',
      undefined,
      { token: 't', credentials: { bearer: () => 'own' } },
      [{ url: '/a', cookie, authorization: 'Bearer own' }],
    ],
    ['basic', [['basic']], { credentials: all }, [{ url: '/a', cookie, authorization: 'Basic w7w6cDp3' }]],
    [
      'basic text',
      [['basic']],
      { credentials: { basic: 'a:b' } },
      [{ url: '/a', cookie, authorization: 'Basic YTpi' }],
    ],
    ['header', [['header']], { credentials: all }, [{ url: '/a', cookie, 'x-key': 'k1' }]],
    ['query', [['query']], { credentials: all }, [{ url: '/a?api%20key=k%202', cookie }]],
    ['cookie', [['cookie']], { credentials: all }, [{ url: '/a', cookie: 'c=1; sid=k%3B3' }]],
    ['several', [['header', 'query']], { credentials: all }, [{ url: '/a?api%20key=k%202', cookie, 'x-key': 'k1' }]],
    [
      'first available',
      [['bearer'], ['header', 'basic'], ['header']],
      { credentials: { header: 'k1' } },
      [{ url: '/a', cookie, 'x-key': 'k1' }],
    ],
    ['anonymous last', [[], ['bearer']], { token: 't' }, [{ url: '/a', cookie, authorization: 'Bearer t' }]],
    ['anonymous', [['bearer'], []], {}, [{ url: '/a', cookie }]],
    ['none', [], { token: 't' }, [{ url: '/a', cookie }]],
    ['other', [['mutual']], { credentials: all }, [{ url: '/a', cookie }]],
    ['missing', undefined, {}, 'TypeError: GET /a needs credentials for "bearer".'],
    [
      'missing ones',
      [['header', 'query'], ['mutual']],
      { token: 't' },
      'TypeError: GET /a needs credentials for "header" and "query" or "mutual".',
    ],
    ['unknown', [['constructor']], { token: 't' }, 'TypeError: GET /a needs credentials for "constructor".'],
    ['empty', undefined, { token: '' }, 'TypeError: GET /a needs credentials for "bearer".'],
    ['empty function', undefined, { token: () => '' }, 'TypeError: GET /a needs credentials for "bearer".'],
    [
      'line break',
      undefined,
      { token: 'a\r\nb' },
      'TypeError: The credential "bearer" holds a character that a header cannot carry.',
    ],
    ['failing function', undefined, { token: () => Promise.reject(new RangeError('vault')) }, 'RangeError: vault'],
  ])('%s', async (_, alternatives, options, expected) => {
    expect(await sent(alternatives, options)).toEqual(expected);
  });

  test('a header of the caller counts for the scheme that would send it, and for no other', async () => {
    const key = { 'X-Key': 'own' };
    expect(await sent([['header']], {}, key)).toEqual([{ url: '/a', cookie, 'x-key': 'own' }]);
    expect(await sent([['header']], { credentials: all }, key)).toEqual([{ url: '/a', cookie, 'x-key': 'own' }]);
    expect(await sent([['header']], { credentials: all }, { authorization: 'Own' })).toEqual([
      { url: '/a', cookie, authorization: 'Own', 'x-key': 'k1' },
    ]);
    expect(await sent([['mutual']], {}, { authorization: 'Digest' })).toEqual([
      { url: '/a', cookie, authorization: 'Digest' },
    ]);
    expect(await sent([['query']], {}, { authorization: 'Own' })).toEqual(
      'TypeError: GET /a needs credentials for "query".',
    );
  });

  test('an Authorization header of the caller stays', async () => {
    expect(await sent(undefined, { token: 't' }, { authorization: 'Own' })).toEqual([
      { url: '/a', cookie, authorization: 'Own' },
    ]);
    expect(await sent(undefined, { headers: { Authorization: 'Own' } })).toEqual([
      { url: '/a', cookie, authorization: 'Own' },
    ]);
  });
});

describe('headers', () => {
  const api = { headers: { 'Intercom-Version': '2.15' } };
  const version = { key: 'v', name: 'intercom-version', in: 'header' } as const;

  test('the pinned ones stay unless a call states them', async () => {
    const server = await serve();
    const client = createClient(
      { ...api, baseUrl: server.url },
      { headers: { 'intercom-version': 'client', 'X-A': 'a', 'X-B': undefined, 'content-type': 'a/b', Accept: 'c/d' } },
    );
    const operation = { method: 'GET', path: '/', parameters: [version] };
    await call(client, operation);
    await call(client, operation, {}, { headers: { 'Intercom-Version': undefined } });
    await call(client, operation, { v: 'param' });
    await call(
      client,
      operation,
      { v: 'param' },
      { headers: { 'INTERCOM-VERSION': 'call', accept: 'text/plain, application/json', 'x-a': 'b' } },
    );
    expect(server.received.map((request) => request.headers)).toEqual([
      { accept: 'application/json', 'intercom-version': '2.15', 'x-a': 'a' },
      { accept: 'application/json', 'intercom-version': '2.15', 'x-a': 'a' },
      { accept: 'application/json', 'intercom-version': 'param', 'x-a': 'a' },
      { accept: 'text/plain, application/json', 'intercom-version': 'call', 'x-a': 'b' },
    ]);
  });

  test('line breaks are refused wherever they come from', async () => {
    const client = createClient({ baseUrl: 'http://127.0.0.1:1' }, { headers: { 'X-A': 'a\nb' } });
    const message = 'The header "X-A" holds a character that a header cannot carry.';
    expect(await rejection(call(client, { method: 'GET', path: '/' }))).toEqual(new TypeError(message));
  });
});
