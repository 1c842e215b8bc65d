import { getEventListeners } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import {
  ClientError,
  type ClientOptions,
  createClient,
  NetworkError,
  readLines,
  readLocation,
  readStream,
  type Traits,
} from '../../../generator/runtime/index.js';
import { invoke } from './invoke.js';
import { type Answer, rejection, serve } from './serve.js';

const get = { method: 'GET', path: '/' };
const post = { method: 'POST', path: '/' };
const lines: Traits = { accept: 'application/jsonl', read: readLines };
const ok = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}';

/** A server that gets bytes and answers bytes; resolves to its URL and the number of requests it saw. */
async function raw(answer: (socket: Socket, number: number) => void): Promise<{ url: string; requests: () => number }> {
  let requests = 0;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', () => answer(socket, ++requests));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { url: `http://127.0.0.1:${address.port}`, requests: () => requests };
}

test('a connection kept alive that the server resets is no failure of a safe call', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const server = await raw((socket, number) => void (number === 2 ? socket.resetAndDestroy() : socket.write(ok)));
  const client = createClient({ baseUrl: server.url });
  expect([await invoke(client, get), await invoke(client, get), server.requests()]).toEqual([{}, {}, 3]);
});

test('a call that is not safe is not sent again on it', async () => {
  const server = await raw((socket, number) => void (number === 2 ? socket.resetAndDestroy() : socket.write(ok)));
  const client = createClient({ baseUrl: server.url });
  await invoke(client, get);
  const error = await rejection(invoke(client, post, { body: {} }));
  expect([error instanceof NetworkError, server.requests()]).toEqual([true, 2]);
});

test.each([
  ['nonsense', 'SSH-2.0-OpenSSH\r\n\r\n'],
  ['a header cut short', 'HTTP/1.1 200 OK\r\ncontent-'],
  ['a body cut short', 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{'],
  ['chunks cut short', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{'],
  ['nothing', ''],
])('%s for an answer is a NetworkError with its cause', async (_, bytes) => {
  const server = await raw((socket) => void socket.end(bytes));
  const error = await rejection(invoke(createClient({ baseUrl: server.url }), post));
  expect([error instanceof NetworkError && error.status, (error as Error).cause instanceof TypeError]).toEqual([
    undefined,
    true,
  ]);
  expect(String(error)).toMatch(/^NetworkError: POST \/ failed: \w+/);
});

test.each([
  ['chunks of nonsense', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n{}\r\n'],
  ['gzip that is none', 'HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 4\r\n\r\nabcd'],
  ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}'],
  ['a header of 100 kB', `HTTP/1.1 200 OK\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`],
  ['another protocol', 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'],
])('%s is a NetworkError, and safe calls are sent again', async (_, bytes) => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const server = await raw((socket, number) => void (number < 3 ? socket.end(bytes) : socket.write(ok)));
  const client = createClient({ baseUrl: server.url });
  expect([(await rejection(invoke(client, post))) instanceof NetworkError, await invoke(client, get)]).toEqual([
    true,
    {},
  ]);
  expect(server.requests()).toEqual(3);
});

test('answers before the answer are passed over', async () => {
  const early = 'HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </a>; rel=preload\r\n\r\n';
  const server = await raw((socket) => void socket.write(early + ok));
  expect([await invoke(createClient({ baseUrl: server.url }), get), server.requests()]).toEqual([{}, 1]);
});

test('a host that is not there', async () => {
  const client = createClient({ baseUrl: 'http://nowhere.invalid' }, { maxRetries: 0 });
  expect(String(await rejection(invoke(client, get)))).toMatch(/^NetworkError: GET \/ failed: (ENOTFOUND|EAI_AGAIN)$/);
});

test('a fetch that throws anything is a NetworkError', async () => {
  for (const reason of [undefined, null, 'text', { cause: null }, new RangeError('x')]) {
    const fetch = (): Promise<Response> => Promise.reject(reason);
    const error = await rejection(invoke(createClient({ baseUrl: 'http://a.example' }, { fetch }), post));
    expect([error instanceof ClientError, (error as Error).name, (error as Error).cause ?? reason]).toEqual([
      true,
      'NetworkError',
      reason,
    ]);
  }
});

test.each<[string, () => Promise<Response>]>([
  [
    'throws before it returns a promise',
    () => {
      throw 'text';
    },
  ],
  // @ts-expect-error what callers of JavaScript may do
  ['returns nothing', () => undefined],
])('a fetch that %s is a NetworkError', async (_, fetch) => {
  const error = await rejection(invoke(createClient({ baseUrl: 'http://a.example' }, { fetch }), post));
  expect((error as Error).name).toEqual('NetworkError');
});

test('a fetch that returns no promise will do', async () => {
  // @ts-expect-error what callers of JavaScript may do
  const client = createClient({ baseUrl: 'http://a.example' }, { fetch: () => Response.json({ a: 1 }) });
  expect(await invoke(client, get)).toEqual({ a: 1 });
});

const stop = (): never => {
  throw new RangeError('hook');
};

test.each<[string, Answer, Traits, ClientOptions]>([
  ['JSON', {}, {}, {}],
  ['an error', { status: 500 }, {}, {}],
  ['a redirect', { status: 302, headers: { location: '/b' }, body: 'Found' }, { redirect: readLocation }, {}],
  ['lines', { headers: { 'content-type': 'application/jsonl' }, body: '1\n2' }, lines, {}],
  ['a stream', { headers: { 'content-type': 'application/jsonl' }, body: '1\n2' }, { ...lines, read: readStream }, {}],
  ['what a hook refuses', {}, {}, { onResponse: stop }],
])('calls with one signal leave no listener behind: %s', async (_, answer, traits, options) => {
  const server = await serve(answer);
  const { signal } = new AbortController();
  const client = createClient({ baseUrl: server.url }, { maxRetries: 0, ...options });
  const call = async (): Promise<void> => {
    const result = await invoke(client, { ...get, ...traits }, {}, { signal }).catch(() => undefined);
    if (result === Object(result) && Symbol.asyncIterator in (result as object)) {
      for await (const _item of result as AsyncIterable<unknown>);
    }
  };
  await Promise.all(Array.from({ length: 9 }, call));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect([server.received.length, getEventListeners(signal, 'abort').length]).toEqual([9, 0]);
});

test.each<[string, Traits, ClientOptions]>([
  ['a redirect', { redirect: readLocation }, {}],
  ['what a hook refuses', {}, { onResponse: stop }],
])('an answer that nobody reads is closed: %s', async (_, traits, options) => {
  const closed: Promise<unknown>[] = [];
  const server = await serve((_request, _number, response) => {
    closed.push(new Promise((resolve) => response.on('close', resolve)));
    response.writeHead(302, { location: '/b' }).write('Found');
    return undefined;
  });
  const client = createClient({ baseUrl: server.url }, options);
  await invoke(client, { ...get, ...traits }).catch(() => undefined);
  expect([await closed[0], closed.length]).toEqual([undefined, 1]);
});
