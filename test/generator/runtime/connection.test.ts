import { createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ClientError, createClient, NetworkError } from '../../../generator/runtime/index.js';
import { invoke } from './invoke.js';
import { rejection, serve } from './serve.js';

const get = { method: 'GET', path: '/' };
const post = { method: 'POST', path: '/' };
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

test('many calls at once with one signal leave no listener behind', async () => {
  const server = await serve();
  const { signal } = new AbortController();
  const add = vi.spyOn(signal, 'addEventListener');
  const remove = vi.spyOn(signal, 'removeEventListener');
  const client = createClient({ baseUrl: server.url });
  await Promise.all(Array.from({ length: 9 }, () => invoke(client, get, {}, { signal })));
  expect([add.mock.calls.length, remove.mock.calls.length]).toEqual([9, 9]);
});
