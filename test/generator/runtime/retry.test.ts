import { METHODS } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import { type CallOptions, createClient, encodeRaw, NetworkError } from '../../../generator/runtime/index.js';
import { invoke } from './invoke.js';
import { closedUrl, rejection, serve } from './serve.js';

async function attempts(method: string, status: number, options: CallOptions = {}, body?: unknown): Promise<number> {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const server = await serve({ status });
  const operation = { method, path: '/', ...(body !== undefined && { encode: encodeRaw }) };
  const error = await rejection(invoke(createClient({ baseUrl: server.url }), operation, { body }, options));
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
    await invoke(client, { method: 'QUERY', path: '/', body: 'application/json' }, { body: { a: 1 } });
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
    await invoke(
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
    expect([await attempts('GET', 500, { maxRetries: 0 }), await attempts('GET', 500, { maxRetries: 4 })]).toEqual([
      1, 5,
    ]);
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
    expect([await invoke(client, { method: 'GET', path: '/' }), server.received.length]).toEqual([{}, 3]);
    const cut = await serve((_request, _number, response) => void response.destroy());
    const error = await rejection(invoke(createClient({ baseUrl: cut.url }), { method: 'POST', path: '/' }));
    expect([error instanceof NetworkError, cut.received.length]).toEqual([true, 1]);
  });

  test('refused connections', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const fetched: string[] = [];
    const onRequest = (request: Request): void => void fetched.push(request.method);
    const error = await rejection(
      invoke(createClient({ baseUrl: await closedUrl() }, { onRequest }), { method: 'GET', path: '/' }),
    );
    expect([String(error), (error as Error).cause instanceof TypeError, fetched]).toEqual([
      'NetworkError: GET / failed: ECONNREFUSED',
      true,
      ['GET', 'GET', 'GET'],
    ]);
  });
});
