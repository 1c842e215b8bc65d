import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createClient, readEvents, readLines, readStream, type ServerEvent } from '../../../generator/runtime/index.js';
import { invoke } from './invoke.js';
import { take } from './listed.js';
import { rejection, serve } from './serve.js';

const events = { method: 'GET', path: '/', accept: 'text/event-stream', read: readEvents };
const lines = { method: 'GET', path: '/', accept: 'application/x-ndjson', read: readLines };

/** What a server that writes these chunks one by one is read as. */
async function read(operation: typeof events, chunks: readonly (string | Uint8Array)[]): Promise<unknown[]> {
  const server = await serve((_request, _number, response) => {
    void write(response, operation.accept, chunks);
    return undefined;
  });
  // The generated type says that the data is iterable.
  return take((await invoke(createClient({ baseUrl: server.url }), operation)) as AsyncIterable<unknown>);
}

async function write(response: ServerResponse, type: string, chunks: readonly (string | Uint8Array)[]): Promise<void> {
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8` });
  for (const chunk of chunks) {
    response.write(chunk);
    await sleep(5);
  }
  response.end();
}

const event = (data: string, rest: Partial<ServerEvent> = {}): ServerEvent => ({
  event: 'message',
  data,
  id: '',
  retry: undefined,
  ...rest,
});
const euro = new TextEncoder().encode('data: €\n\n');

describe('server-sent events', () => {
  test.each<[string, readonly (string | Uint8Array)[], readonly ServerEvent[]]>([
    ['one', ['data: a\n\n'], [event('a')]],
    ['several lines', ['data: a\ndata:b\ndata\ndata:  c\n\n'], [event('a\nb\n\n c')]],
    ['all fields', ['event: add\nid: 7\nretry: 10\ndata: {}\n\n'], [event('{}', { event: 'add', id: '7', retry: 10 })]],
    ['the id stays', ['id: 7\ndata: a\n\ndata: b\n\n'], [event('a', { id: '7' }), event('b', { id: '7' })]],
    ['the name does not', ['event: x\ndata: a\n\ndata: b\n\n'], [event('a', { event: 'x' }), event('b')]],
    ['comments and unknown fields', [': hi\nfoo: bar\ndata: a\n\n'], [event('a')]],
    ['nothing to tell', ['event: x\n\nid: 1\n\n'], []],
    ['nonsense', ['id: a\0b\nretry: soon\ndata: a\n\n'], [event('a')]],
    ['unfinished', ['data: a\n\ndata: b\n'], [event('a')]],
    ['a byte order mark', ['\ufeffdata: a\n\n'], [event('a')]],
    ['CR LF, cut between', ['data: a\r', '\ndata: b\r\n', '\r', '\n'], [event('a\nb')]],
    ['CR', ['data: a\rdata: b\r\rdata: c\r\r'], [event('a\nb'), event('c')]],
    ['a character cut in two', [euro.slice(0, 7), euro.slice(7)], [event('€')]],
    ['a line in pieces', ['da', 'ta', ': a', 'b\n', '\n'], [event('ab')]],
    ['none', [], []],
  ])('%s', async (_, chunks, expected) => {
    expect(await read(events, chunks)).toEqual(expected);
  });

  test('come as they are sent, outlive the time limit and end with the signal', async () => {
    const server = await serve((_request, _number, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
      setTimeout(() => response.write('data: 2\n\n'), 150);
      return undefined;
    });
    const controller = new AbortController();
    const reason = new Error('enough');
    const client = createClient({ baseUrl: server.url });
    const call = invoke(client, events, {}, { signal: controller.signal, timeout: 100 });
    const seen: string[] = [];
    const loop = async (): Promise<void> => {
      for await (const { data } of (await call) as AsyncIterable<ServerEvent>) {
        seen.push(data);
        if (seen.length === 2) controller.abort(reason);
      }
    };
    expect([await rejection(loop()), seen]).toEqual([reason, ['1', '2']]);
  });

  test('leaving the loop ends the connection', async () => {
    let closed: () => void;
    const end = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const server = await serve((_request, _number, response) => {
      response.on('close', () => closed());
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
      return undefined;
    });
    const stream = (await invoke(createClient({ baseUrl: server.url }), events)) as AsyncIterable<ServerEvent>;
    expect(await take(stream, 1)).toEqual([event('1')]);
    await end;
  });

  test('a connection that breaks is a NetworkError', async () => {
    const server = await serve((_request, _number, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
      setTimeout(() => response.destroy(), 20);
      return undefined;
    });
    const stream = (await invoke(createClient({ baseUrl: server.url }), events)) as AsyncIterable<ServerEvent>;
    expect(String(await rejection(take(stream)))).toEqual('NetworkError: GET / failed: the stream broke');
  });

  test('a page instead is a ResponseError', async () => {
    const server = await serve({ headers: { 'content-type': 'text/html' }, body: '<p>' });
    expect(String(await rejection(invoke(createClient({ baseUrl: server.url }), events)))).toEqual(
      'ResponseError: GET / answered 200: <p>',
    );
  });

  test('a long line takes no quadratic time', async () => {
    const chunk = 'x'.repeat(20_000);
    const start = performance.now();
    const body = new ReadableStream({
      start(stream) {
        stream.enqueue(new TextEncoder().encode('data: '));
        for (let count = 0; count < 1000; count++) stream.enqueue(new TextEncoder().encode(chunk));
        stream.enqueue(new TextEncoder().encode('\n\n'));
        stream.close();
      },
    });
    const fetch = async (): Promise<Response> =>
      new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    const client = createClient({ baseUrl: 'http://127.0.0.1' }, { fetch });
    const [only] = await take((await invoke(client, events)) as AsyncIterable<ServerEvent>);
    expect([only?.data.length, performance.now() - start < 5000]).toEqual([20_000_000, true]);
  });
});

describe('lines of JSON', () => {
  test.each<[string, readonly string[], readonly unknown[]]>([
    ['cut anywhere', ['{"a":', '1}\n[2', ']\r\n\n"c"'], [{ a: 1 }, [2], 'c']],
    ['after record separators', ['\x1e{"a":1}\n\x1e2\n'], [{ a: 1 }, 2]],
    ['none', [], []],
  ])('%s', async (_, chunks, expected) => {
    expect(await read(lines, chunks)).toEqual(expected);
  });

  test('a line that is not JSON is a ResponseError after what came before it', async () => {
    const server = await serve({ headers: { 'content-type': 'application/x-ndjson' }, body: '1\n<p>\n2\n' });
    const seen: unknown[] = [];
    const loop = async (): Promise<void> => {
      const data = (await invoke(createClient({ baseUrl: server.url }), lines)) as AsyncIterable<unknown>;
      for await (const item of data) seen.push(item);
    };
    expect([String(await rejection(loop())), seen]).toEqual(['ResponseError: GET / answered 200: <p>', [1]]);
  });
});

test('an unread stream ends with the signal', async () => {
  const server = await serve((_request, _number, response) => {
    response.writeHead(200, { 'content-type': 'audio/mpeg' }).write('abc');
    return undefined;
  });
  const controller = new AbortController();
  const operation = { method: 'GET', path: '/', accept: 'audio/mpeg', read: readStream };
  const call = invoke(createClient({ baseUrl: server.url }), operation, {}, { signal: controller.signal });
  const reader = ((await call) as ReadableStream<Uint8Array>).getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toEqual('abc');
  const reason = new Error('enough');
  controller.abort(reason);
  expect(await rejection(reader.read())).toBe(reason);
});
