import { expect, test, vi } from 'vitest';
import { type ClientError, createClient } from '../../../generator/runtime/index.js';
import { invoke } from './invoke.js';
import { rejection, serve } from './serve.js';

const get = { method: 'GET', path: '/a' } as const;

test('hooks see every request and response', async () => {
  const server = await serve((_request, number) =>
    number === 1 ? { status: 500, headers: { 'retry-after': '0' } } : {},
  );
  const seen: unknown[] = [];
  const client = createClient(
    { baseUrl: server.url },
    {
      onRequest: (request) => void seen.push(request.url),
      onResponse: async (response, request) =>
        void seen.push([response.status, request.url, await response.clone().text()]),
    },
  );
  await invoke(client, get);
  const url = `${server.url}/a`;
  expect(seen).toEqual([url, [500, url, '{}'], url, [200, url, '{}']]);
});

test('hooks may replace what they see', async () => {
  const server = await serve();
  const client = createClient(
    { baseUrl: server.url },
    {
      onRequest: (request) => new Request(request, { headers: { 'x-signed': 'yes' } }),
      onResponse: () => Response.json({ replaced: true }),
    },
  );
  expect(await invoke(client, get)).toEqual({ replaced: true });
  expect(server.received).toEqual([
    { method: 'GET', url: '/a', headers: { accept: '*/*', 'x-signed': 'yes' }, body: '' },
  ]);
});

test.each(['onRequest', 'onResponse'])('an error of %s is thrown unchanged and nothing is sent again', async (name) => {
  const server = await serve();
  const reason = new TypeError('hook');
  const fail = (): never => {
    throw reason;
  };
  expect(await rejection(invoke(createClient({ baseUrl: server.url }, { [name]: fail }), get))).toBe(reason);
  expect(server.received.length).toEqual(name === 'onRequest' ? 0 : 1);
});

test('a fetch of the caller takes the place of the global one', async () => {
  const seen: string[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    seen.push(`${request.method} ${request.url} ${request.redirect} ${await request.text()}`);
    return Response.json({ own: true });
  };
  const client = createClient({ baseUrl: 'https://api.example.com/v1/' }, { fetch });
  expect(await invoke(client, { method: 'POST', path: '/a', body: 'application/json' }, { body: [1] })).toEqual({
    own: true,
  });
  expect(seen).toEqual(['POST https://api.example.com/v1/a manual [1]']);
});

test('a hook is told before a call waits to be sent again', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const server = await serve((_request, number) =>
    number < 3 ? { status: 503, headers: { 'retry-after': '0' } } : {},
  );
  const seen: unknown[] = [];
  const onRetry = (error: ClientError, delay: number, attempt: number): void =>
    void seen.push([error.response?.status, delay, attempt, server.received.length]);
  await invoke(createClient({ baseUrl: server.url }, { onRetry }), get);
  expect(seen).toEqual([
    [503, 0, 1, 1],
    [503, 0, 2, 2],
  ]);
});

test('what a browser hides is an error', async () => {
  const opaque = Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
  const client = createClient({ baseUrl: 'https://api.example.com' }, { fetch: async () => opaque });
  expect(String(await rejection(invoke(client, get)))).toEqual('ApiError: GET /a answered 0: nothing');
});
