import { inspect } from 'node:util';
import { expect, expectTypeOf, test } from 'vitest';
import {
  type ApiError,
  authorizeByScheme,
  bare,
  bind,
  type Call,
  type CallOptions,
  type Client,
  createClient,
  NetworkError,
  operation,
  type Result,
  signApiKey,
  type TimeoutError,
} from '../../../generator/runtime/index.js';
import { invoke } from './invoke.js';
import { closedUrl, rejection, serve } from './serve.js';

const get = { method: 'GET', path: '/contacts' } as const;

test('a call is sent when it is first awaited, and once', async () => {
  const server = await serve({ body: '{"id":"1"}' });
  const pending = invoke(createClient({ baseUrl: server.url }), get);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(server.received).toEqual([]);
  const first = await pending;
  const raw = await pending.raw();
  expect([first, await pending, raw.data, raw.response.status, await pending.safe()]).toEqual([
    { id: '1' },
    { id: '1' },
    { id: '1' },
    200,
    { ok: true, data: { id: '1' }, response: raw.response },
  ]);
  expect(server.received).toEqual([
    { method: 'GET', url: '/contacts', headers: { accept: 'application/json' }, body: '' },
  ]);
});

test('a call is a promise', async () => {
  const server = await serve({ body: '{"id":"1"}' });
  const client = createClient({ baseUrl: server.url });
  const dead = invoke(createClient({ baseUrl: 'http://127.0.0.1:1' }), get, {}, { maxRetries: 0 });
  const seen: string[] = [];
  expect(await Promise.all([invoke(client, get), invoke(client, get).then(() => 'then')])).toEqual([
    { id: '1' },
    'then',
  ]);
  expect(await dead.catch((error: unknown) => error)).toBeInstanceOf(NetworkError);
  expect(await invoke(client, get).finally(() => seen.push('finally'))).toEqual({ id: '1' });
  expect(seen).toEqual(['finally']);
});

test('functions of an operation without params take the options', async () => {
  const server = await serve();
  await bare('GET /me', { accept: 'a/b' })(createClient({ baseUrl: server.url }), { headers: { 'x-a': 'b' } });
  expect(server.received).toEqual([{ method: 'GET', url: '/me', headers: { accept: 'a/b', 'x-a': 'b' }, body: '' }]);
});

test('bound functions are methods', async () => {
  const server = await serve();
  const get: (client: Client, params: { readonly id: string }, options?: CallOptions) => Call<unknown, never> =
    operation('GET /a/{id}');
  interface Resource {
    get(params: { readonly id: string }, options?: CallOptions): Call<unknown, never>;
    me(options?: CallOptions): Call<unknown, never>;
  }
  const { resource } = bind<{ readonly resource: Resource }>(createClient({ baseUrl: server.url }), {
    resource: ['', { get, me: bare('GET /me') }],
  });
  await resource.get({ id: '1' }, { headers: { 'x-a': 'b' } });
  await resource.me({ headers: { 'x-c': 'd' } });
  expect(server.received.map(({ url, headers }) => [url, headers])).toEqual([
    ['/a/1', { accept: 'application/json', 'x-a': 'b' }],
    ['/me', { accept: 'application/json', 'x-c': 'd' }],
  ]);
});

test('the same operation is called again with other params', async () => {
  const server = await serve();
  const client = createClient({ baseUrl: server.url });
  const list = { ...get, path: '/contacts{?page}' };
  for (const page of [1, 2, 3]) await invoke(client, list, { page });
  expect(server.received.map((request) => request.url)).toEqual([
    '/contacts?page=1',
    '/contacts?page=2',
    '/contacts?page=3',
  ]);
});

test('safe gives errors as values and rejects for wrong arguments', async () => {
  const headers = { 'content-type': 'application/json' };
  const server = await serve({
    status: 404,
    headers,
    body: '{"errors":[{"code":"not_found","message":"No such contact"}]}',
  });
  const client = createClient({ baseUrl: server.url });
  const failed = await invoke(client, get).safe();
  expect([
    Object.keys(failed),
    !failed.ok && String(failed.error),
    !failed.ok && failed.error.response?.status,
  ]).toEqual([
    ['ok', 'error'],
    'ApiError: GET /contacts answered 404: {"errors":[{"code":"not_found","message":"No such contact"}]}',
    404,
  ]);
  const lost = await invoke(createClient({ baseUrl: await closedUrl() }), get, {}, { maxRetries: 0 }).safe();
  expect([lost.ok, !lost.ok && String(lost.error), !lost.ok && lost.error.response]).toEqual([
    false,
    'NetworkError: GET /contacts failed: ECONNREFUSED',
    undefined,
  ]);
  expect(await rejection(invoke(client, { method: 'GET', path: '/a/{id}' }).safe())).toEqual(
    new TypeError('GET /a/{id} needs a valid "id".'),
  );
});

test('comparing the status narrows the body', () => {
  type Failure = ApiError<404, { readonly missing: string }> | ApiError<422 | 429, { readonly wait: number }>;
  const check = (result: Result<{ readonly id: string }, Failure>): void => {
    if (result.ok) {
      expectTypeOf(result.data).toEqualTypeOf<{ readonly id: string }>();
      return;
    }
    if (result.error.status === 404) expectTypeOf(result.error.body).toEqualTypeOf<{ readonly missing: string }>();
    else if (result.error.status === 429) expectTypeOf(result.error.body).toEqualTypeOf<{ readonly wait: number }>();
    else if (result.error.status === 200) expectTypeOf(result.error.body).toEqualTypeOf<string | undefined>();
    else if (result.error.status === undefined) {
      expectTypeOf(result.error).toEqualTypeOf<NetworkError | TimeoutError>();
    }
  };
  expectTypeOf(check).returns.toEqualTypeOf<void>();
});

test('a logged error shows no key of the URL', async () => {
  const server = await serve({ status: 400, headers: { 'x-request-id': 'r1' }, body: '' });
  const api = { baseUrl: server.url, authorize: authorizeByScheme, security: [['key']] };
  const schemes = { key: { sign: signApiKey, in: 'query', name: 'key' } } as const;
  const error = await rejection(invoke(createClient({ ...api, schemes }, { credentials: { key: 'secret' } }), get));
  expect([inspect(error).includes('secret'), server.received[0]?.url]).toEqual([false, '/contacts?key=secret']);
  expect({ ...(error as object) }).toEqual({
    name: 'ApiError',
    status: 400,
    body: undefined,
    requestId: 'r1',
    rateLimit: undefined,
  });
});

test('a logged client shows no token', () => {
  const client = createClient({ baseUrl: 'https://example.com/' }, { token: 'secret' });
  expect(JSON.parse(JSON.stringify(client))).toEqual({
    api: { baseUrl: 'https://example.com/' },
    baseUrl: 'https://example.com',
  });
});
