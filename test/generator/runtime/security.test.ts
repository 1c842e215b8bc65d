import { describe, expect, test } from 'vitest';
import {
  type Api,
  authorizeByScheme,
  authorizeByToken,
  type ClientOptions,
  createClient,
  placeParameters,
  signApiKey,
  signBasic,
  signBearer,
} from '../../../generator/runtime/index.js';
import { invoke } from './invoke.js';
import { serve } from './serve.js';

const schemes: NonNullable<Api['schemes']> = {
  bearer: { sign: signBearer },
  basic: { sign: signBasic },
  header: { sign: signApiKey, in: 'header', name: 'X-Key' },
  query: { sign: signApiKey, in: 'query', name: 'api key' },
  cookie: { sign: signApiKey, in: 'cookie', name: 'sid' },
  mutual: {},
};
const cookies = [{ key: 'c', name: 'c', in: 'cookie' }] as const;

async function sent(
  alternatives: readonly (readonly string[])[] | undefined,
  options: ClientOptions,
  headers = {},
): Promise<unknown> {
  const server = await serve();
  const client = createClient(
    { baseUrl: server.url, authorize: authorizeByScheme, schemes, security: [['bearer']] },
    options,
  );
  const operation = {
    method: 'GET',
    path: '/a',
    parameters: cookies,
    place: placeParameters,
    ...(alternatives && { security: alternatives }),
  };
  try {
    await invoke(client, operation, { c: '1' }, { headers });
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
    ['none', [[]], { token: 't' }, [{ url: '/a', cookie }]],
    ['none at all', [], { token: 't' }, [{ url: '/a', cookie }]],
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
    ['line break', undefined, { token: 'a\r\nb' }, 'TypeError: GET /a needs a valid "Authorization".'],
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

describe('an API whose only scheme is a bearer token', () => {
  async function bearer(options: ClientOptions, rest: object = {}, headers = {}): Promise<unknown> {
    const server = await serve();
    const client = createClient({ baseUrl: server.url, authorize: authorizeByToken }, options);
    const error = await invoke(client, { method: 'GET', path: '/a', ...rest }, {}, { headers }).then(() => '', String);
    return error || server.received.map((request) => request.headers.authorization);
  }

  test.each<[string, ClientOptions, object, object, unknown]>([
    ['text', { token: 't' }, {}, {}, ['Bearer t']],
    ['a function', { token: () => 't' }, {}, {}, ['Bearer t']],
    ['a promise', { token: async () => 't' }, {}, {}, ['Bearer t']],
    ['missing', {}, {}, {}, 'TypeError: GET /a needs a valid "token".'],
    ['empty', { token: () => '' }, {}, {}, 'TypeError: GET /a needs a valid "token".'],
    ['missing where it is optional', {}, { security: [[], ['oauth']] }, {}, [undefined]],
    ['there where it is optional', { token: 't' }, { security: [[], ['oauth']] }, {}, ['Bearer t']],
    ["the caller's header", { token: 't' }, {}, { authorization: 'Own' }, ['Own']],
    ['a line break', { token: 'a\r\nX: y' }, {}, {}, 'TypeError: GET /a needs a valid "Authorization".'],
    ['beyond Latin 1', { token: '\u2028' }, {}, {}, 'TypeError: GET /a needs a valid "Authorization".'],
    ['a function that fails', { token: () => Promise.reject(new RangeError('vault')) }, {}, {}, 'RangeError: vault'],
  ])('%s', async (_, options, rest, headers, expected) => {
    expect(await bearer(options, rest, headers)).toEqual(expected);
  });

  test('the function is asked once a call, however often that is sent', async () => {
    const server = await serve((_, number) => (number % 2 ? { status: 503, headers: { 'retry-after': '0' } } : {}));
    let asked = 0;
    const token = (): string => `t${++asked}`;
    const client = createClient({ baseUrl: server.url, authorize: authorizeByToken }, { token });
    await invoke(client, { method: 'GET', path: '/a' });
    await invoke(client, { method: 'GET', path: '/a' });
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer t1',
      'Bearer t1',
      'Bearer t2',
      'Bearer t2',
    ]);
  });
});
