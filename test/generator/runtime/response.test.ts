import { describe, expect, test } from 'vitest';
import {
  createClient,
  readBlob,
  readByType,
  readStream,
  readText,
  type ServerEvent,
  type Traits,
} from '../../../generator/runtime/index.js';
import { invoke } from './invoke.js';
import { type Answer, rejection, serve } from './serve.js';

async function data(answer: Answer, rest: Traits = {}): Promise<unknown> {
  const server = await serve(answer);
  return invoke(createClient({ baseUrl: server.url }), { method: 'GET', path: '/a', ...rest }, {}, { maxRetries: 0 });
}

const typed = (type: string, body: string, status = 200): Answer => ({
  status,
  headers: type ? { 'content-type': type } : {},
  body,
});

const message = (data: string): ServerEvent => ({ event: 'message', data, id: '', retry: undefined });

const collect: NonNullable<Traits['read']> = async (...given) => {
  const items: unknown[] = [];
  for await (const item of (await readByType(...given)) as AsyncIterable<unknown>) items.push(item);
  return items;
};

describe('data', () => {
  test.each<[string, Answer, Traits, unknown]>([
    ['JSON', typed('application/json; charset=utf-8', '{"a":1}'), {}, { a: 1 }],
    ['JSON suffix', typed('application/problem+json', '[]'), {}, []],
    ['JSON with a mark', typed('application/json', '\ufeffnull'), {}, null],
    ['JSON without a type', typed('', '{"a":1}'), {}, { a: 1 }],
    ['JSON as text', typed('text/plain', '{"a":1}'), {}, { a: 1 }],
    ['text', typed('text/csv', 'a,b'), { accept: 'text/csv', read: readText }, 'a,b'],
    [
      'text of a range',
      typed('text/html', '<p>'),
      { accept: 'application/json, text/*;q=0.5', read: readByType },
      '<p>',
    ],
    ['JSON of a range', typed('a/b+json', '[1]'), { accept: 'application/json, text/*', read: readByType }, [1]],
    ['JSON without a type by type', typed('', '[1]'), { accept: 'application/json, text/csv', read: readByType }, [1]],
    ['lines by type', typed('application/x-ndjson', '1\n'), { accept: '*/*', read: collect }, [1]],
    ['events by type', typed('text/event-stream', 'data: 1\n\n'), { accept: '*/*', read: collect }, [message('1')]],
    [
      'bytes by type',
      typed('image/png', 'x'),
      { accept: '*/*', read: readByType },
      new Blob(['x'], { type: 'image/png' }),
    ],
    ['empty text', typed('text/csv', ''), { accept: 'text/csv', read: readText }, ''],
    ['XML', typed('application/xml', '<a/>'), { accept: 'application/xml', read: readText }, '<a/>'],
    ['204', { status: 204, body: '' }, {}, undefined],
    ['205', { status: 205, body: '' }, {}, undefined],
    [
      'empty text where that is allowed',
      typed('text/csv', ''),
      { accept: 'text/csv', read: readText, empty: true },
      undefined,
    ],
    ['204 for text', { status: 204, body: '' }, { accept: 'text/csv', read: readText, empty: true }, undefined],
    ['204 for bytes', { status: 204, body: '' }, { accept: 'image/png', read: readBlob, empty: true }, undefined],
    ['declared empty', typed('', ''), { empty: true }, undefined],
    ['declared empty with a type', typed('application/json', ''), { empty: true }, undefined],
    ['anything', typed('', ''), { accept: '*/*', empty: true, read: readByType }, undefined],
    ['anything as text', typed('text/plain', 'OK'), { accept: '*/*', read: readByType }, 'OK'],
  ])('%s', async (_, answer, rest, expected) => {
    expect(await data(answer, rest)).toEqual(expected);
  });

  test.each([
    ['image/png', 'image/png'],
    ['image/*', 'image/png'],
    ['application/pdf', 'application/octet-stream'],
    ['application/zip', ''],
  ])('a Blob for %s of type %j', async (accept, type) => {
    const blob = (await data(typed(type, '\0\u0001'), { accept, read: readBlob })) as Blob;
    expect({ type: blob.type, bytes: [...new Uint8Array(await blob.arrayBuffer())] }).toEqual({ type, bytes: [0, 1] });
  });

  test('HEAD has no data', async () => {
    const server = await serve();
    const head = { method: 'HEAD', path: '/a', empty: true };
    const { data, response } = await invoke(createClient({ baseUrl: server.url }), head).raw();
    expect([data, response.headers.get('content-type')]).toEqual([undefined, 'application/json']);
  });

  test('a stream is not read', async () => {
    const stream = await data(typed('audio/mpeg', 'abc'), { accept: 'audio/*', read: readStream });
    expect(await new Response(stream as ReadableStream).text()).toEqual('abc');
  });

  test('a body with __proto__ changes no prototype', async () => {
    const body = (await data(typed('application/json', '{"__proto__":{"polluted":1},"constructor":2}'))) as object;
    expect([
      Object.keys(body),
      Object.getPrototypeOf(body) === Object.prototype,
      ({} as { polluted?: unknown }).polluted,
    ]).toEqual([['__proto__', 'constructor'], true, undefined]);
    const nested = typed('application/json', '{"__proto__":{"request_id":"r"}}', 400);
    expect(await rejection(data(nested))).toMatchObject({ status: 400, requestId: undefined });
  });
});
