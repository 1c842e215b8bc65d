import { inspect } from 'node:util';
import { expect, expectTypeOf, test } from 'vitest';
import { type ApiError, call, createClient, NetworkError, type Result } from '../../../generator/runtime/index.js';
import { closedUrl, rejection, serve } from './serve.js';

const get = { method: 'GET', path: '/contacts' } as const;

test('a call is sent when it is first awaited, and once', async () => {
  const server = await serve({ body: '{"id":"1"}' });
  const pending = call(createClient({ baseUrl: server.url }), get);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(server.received).toEqual([]);
  const first = await pending;
  const raw = await pending.raw();
  expect([first, await pending, raw.data, raw.response.status, await pending.safe(), String(pending)]).toEqual([
    { id: '1' },
    { id: '1' },
    { id: '1' },
    200,
    { ok: true, data: { id: '1' }, response: raw.response },
    '[object Call]',
  ]);
  expect(server.received).toEqual([
    { method: 'GET', url: '/contacts', headers: { accept: 'application/json' }, body: '' },
  ]);
});

test('a call is a promise', async () => {
  const server = await serve({ body: '{"id":"1"}' });
  const client = createClient({ baseUrl: server.url });
  const dead = call(createClient({ baseUrl: 'http://127.0.0.1:1' }), get, {}, { retries: 0 });
  const seen: string[] = [];
  expect(await Promise.all([call(client, get), call(client, get).then(() => 'then')])).toEqual([{ id: '1' }, 'then']);
  expect(await dead.catch((error: unknown) => error)).toBeInstanceOf(NetworkError);
  expect(await call(client, get).finally(() => seen.push('finally'))).toEqual({ id: '1' });
  expect(seen).toEqual(['finally']);
});

test('the same operation is called again with other params', async () => {
  const server = await serve();
  const client = createClient({ baseUrl: server.url });
  const list = { ...get, parameters: [{ key: 'page', name: 'page', in: 'query' }] } as const;
  for (const page of [1, 2, 3]) await call(client, list, { page });
  expect(server.received.map((request) => request.url)).toEqual([
    '/contacts?page=1',
    '/contacts?page=2',
    '/contacts?page=3',
  ]);
});

test('safe gives errors as values and rejects for wrong arguments', async () => {
  const server = await serve({ status: 404, body: '{"errors":[{"code":"not_found","message":"No such contact"}]}' });
  const client = createClient({ baseUrl: server.url });
  const failed = await call(client, get).safe();
  expect({ ...failed, response: failed.response?.status, error: String(!failed.ok && failed.error) }).toEqual({
    ok: false,
    error: 'ApiError: GET /contacts answered 404: not_found No such contact',
    response: 404,
  });
  const lost = await call(createClient({ baseUrl: await closedUrl() }), get, {}, { retries: 0 }).safe();
  expect({ ...lost, error: String(!lost.ok && lost.error) }).toEqual({
    ok: false,
    error: 'NetworkError: GET /contacts failed: ECONNREFUSED',
    response: undefined,
  });
  expect(await rejection(call(client, { method: 'GET', path: '/a/{id}' }).safe())).toEqual(
    new TypeError('GET /a/{id}: the path parameter "id" must not be empty, "." or "..".'),
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
    else if (result.error.name === 'ResponseError') expectTypeOf(result.error.excerpt).toEqualTypeOf<string>();
    else if (result.error.name !== 'ApiError') expectTypeOf(result.error.status).toEqualTypeOf<undefined>();
  };
  expectTypeOf(check).returns.toEqualTypeOf<void>();
});

test('a logged error shows no key of the URL', async () => {
  const server = await serve({ status: 400, headers: { 'x-request-id': 'r1' }, body: '' });
  const security = { key: { kind: 'apiKey', in: 'query', name: 'key' } } as const;
  const client = createClient({ baseUrl: server.url, security, auth: [['key']] }, { credentials: { key: 'secret' } });
  const error = await rejection(call(client, get));
  expect([inspect(error).includes('secret'), server.received[0]?.url]).toEqual([false, '/contacts?key=secret']);
  expect({ ...(error as object) }).toEqual({
    name: 'ApiError',
    operation: 'GET /contacts',
    status: 400,
    requestId: 'r1',
  });
});

test('a logged client shows no token', () => {
  const client = createClient({ baseUrl: 'https://example.com/' }, { token: 'secret' });
  expect(JSON.parse(JSON.stringify(client))).toEqual({
    api: { baseUrl: 'https://example.com/' },
    baseUrl: 'https://example.com',
  });
});
