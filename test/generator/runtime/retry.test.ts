import { METHODS } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import { type CallOptions, call, createClient, NetworkError } from '../../../generator/runtime/index.js';
import { retryDelay } from '../../../generator/runtime/retry.js';
import { closedUrl, rejection, serve } from './serve.js';

async function attempts(method: string, status: number, options: CallOptions = {}, body?: unknown): Promise<number> {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const server = await serve({ status });
  const operation = { method, path: '/', ...(body !== undefined && { body: 'application/octet-stream' }) };
  const error = await rejection(call(createClient({ baseUrl: server.url }), operation, { body }, options));
  expect(error).toMatchObject({ status });
  return server.received.length;
}

describe('what is sent again', () => {
  const known = ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'QUERY'].filter((method) => METHODS.includes(method));
  test.each(known)('%s', async (method) => {
    expect(await attempts(method, 503)).toEqual(3);
  });

  test('QUERY with its body', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const seen: string[] = [];
    const fetch = async (request: Request): Promise<Response> => {
      seen.push(`${request.method} ${await request.text()}`);
      return new Response('{}', { status: seen.length < 3 ? 503 : 200 });
    };
    const client = createClient({ baseUrl: 'https://api.example.com' }, { fetch });
    await call(client, { method: 'QUERY', path: '/', body: 'application/json' }, { body: { a: 1 } });
    expect(seen).toEqual(['QUERY {"a":1}', 'QUERY {"a":1}', 'QUERY {"a":1}']);
  });

  test.each([408, 429, 500, 502, 503, 504])('status %i', async (status) => {
    expect([await attempts('GET', status), await attempts('POST', status), await attempts('PATCH', status)]).toEqual([
      3, 1, 1,
    ]);
  });

  test.each([400, 401, 403, 404, 409, 422])('not status %i', async (status) => {
    expect(await attempts('GET', status)).toEqual(1);
  });

  test('POST with an idempotency key, the same every time', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const server = await serve((_request, number) => (number < 3 ? { status: 500 } : {}));
    await call(
      createClient({ baseUrl: server.url }),
      { method: 'POST', path: '/', body: 'application/json' },
      { body: { a: 1 } },
      { idempotencyKey: 'k' },
    );
    const same = {
      method: 'POST',
      url: '/',
      headers: { accept: 'application/json', 'content-type': 'application/json', 'idempotency-key': 'k' },
      body: '{"a":1}',
    };
    expect(server.received).toEqual([same, same, same]);
  });

  test('bytes and forms, but no streams', async () => {
    expect([
      await attempts('PUT', 500, {}, new Uint8Array([1])),
      await attempts('PUT', 500, {}, new Blob(['x'])),
      await attempts('PUT', 500, {}, new Blob(['x']).stream()),
      await attempts('POST', 500, { idempotencyKey: 'k' }, new Blob(['x']).stream()),
    ]).toEqual([3, 3, 1, 1]);
  });

  test('as often as asked', async () => {
    expect([await attempts('GET', 500, { retries: 0 }), await attempts('GET', 500, { retries: 4 })]).toEqual([1, 5]);
  });

  test('lost connections, before and within the answer', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const server = await serve((_request, number, response) => {
      if (number === 1) response.destroy();
      else if (number === 2)
        response
          .writeHead(200, { 'content-length': '10', 'content-type': 'application/json' })
          .write('{', () => response.destroy());
      else return {};
      return undefined;
    });
    const client = createClient({ baseUrl: server.url });
    expect([await call(client, { method: 'GET', path: '/' }), server.received.length]).toEqual([{}, 3]);
    const cut = await serve((_request, _number, response) => void response.destroy());
    const error = await rejection(call(createClient({ baseUrl: cut.url }), { method: 'POST', path: '/' }));
    expect([error instanceof NetworkError, cut.received.length]).toEqual([true, 1]);
  });

  test('refused connections', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const fetched: string[] = [];
    const onRequest = (request: Request): void => void fetched.push(request.method);
    const error = await rejection(
      call(createClient({ baseUrl: await closedUrl() }, { onRequest }), { method: 'GET', path: '/' }),
    );
    expect([String(error), (error as Error).cause instanceof TypeError, fetched]).toEqual([
      'NetworkError: GET / failed: ECONNREFUSED',
      true,
      ['GET', 'GET', 'GET'],
    ]);
  });
});

describe('how long it waits', () => {
  const now = Date.UTC(2025, 0, 1);
  const delay = (headers: Record<string, string> | undefined, attempt = 0, random = 0): number => {
    vi.spyOn(Math, 'random').mockReturnValue(random);
    return retryDelay(headers && new Headers(headers), attempt, now);
  };

  test.each<[string, Record<string, string> | undefined, number, number, number]>([
    ['least', undefined, 0, 0, 0],
    ['half of the first', undefined, 0, 0.5, 250],
    ['half of the third', undefined, 2, 0.5, 1000],
    ['half of the most', undefined, 30, 0.5, 15_000],
    ['Retry-After in seconds', { 'retry-after': '2' }, 0, 0, 2000],
    ['Retry-After with jitter', { 'retry-after': '2' }, 0, 0.5, 2050],
    ['Retry-After of zero', { 'retry-after': '0' }, 5, 0, 0],
    ['Retry-After in fractions', { 'retry-after': '0.25' }, 0, 0, 250],
    ['Retry-After as a date', { 'retry-after': 'Wed, 01 Jan 2025 00:00:03 GMT' }, 0, 0, 3000],
    ['Retry-After that is long', { 'retry-after': '3600' }, 0, 0.5, 60_000],
    ['Retry-After in the past', { 'retry-after': 'Wed, 01 Jan 2020 00:00:00 GMT' }, 0, 0.5, 250],
    ['Retry-After of nonsense', { 'retry-after': 'soon' }, 0, 0.5, 250],
    ['Retry-After below zero', { 'retry-after': '-5' }, 0, 0.5, 250],
    [
      'Retry-After before the limit',
      { 'retry-after': '1', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${now / 1000 + 9}` },
      0,
      0,
      1000,
    ],
    ['reset at a second', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${now / 1000 + 5}` }, 0, 0, 5000],
    ['reset in seconds', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '5' }, 0, 0, 5000],
    ['reset that is far', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${now / 1000 + 500}` }, 0, 0, 60_000],
    ['reset with calls left', { 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': `${now / 1000 + 5}` }, 0, 0.5, 250],
    ['no reset', { 'x-ratelimit-remaining': '0' }, 0, 0.5, 250],
  ])('%s', (_, headers, attempt, random, expected) => {
    expect(delay(headers, attempt, random)).toEqual(expected);
  });

  test('a call waits as the server says', async () => {
    const server = await serve((_request, number) =>
      number === 1 ? { status: 429, headers: { 'retry-after': '0.3' } } : {},
    );
    const start = performance.now();
    await call(createClient({ baseUrl: server.url }), { method: 'GET', path: '/' });
    expect([performance.now() - start >= 290, server.received.length]).toEqual([true, 2]);
  });
});
