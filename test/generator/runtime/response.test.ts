import { describe, expect, test } from 'vitest';
import { ApiError, call, createClient, type Operation, ResponseError } from '../../../generator/runtime/index.js';
import { type Answer, rejection, serve } from './serve.js';

async function data(answer: Answer, rest: Partial<Operation> = {}): Promise<unknown> {
  const server = await serve(answer);
  return call(createClient({ baseUrl: server.url }), { method: 'GET', path: '/a', ...rest }, {}, { retries: 0 });
}

const typed = (type: string, body: string, status = 200): Answer => ({
  status,
  headers: type ? { 'content-type': type } : {},
  body,
});
const html = '<!doctype html>\n<title>Bad\u001b[31m gateway</title>';

describe('data', () => {
  test.each<[string, Answer, Partial<Operation>, unknown]>([
    ['JSON', typed('application/json; charset=utf-8', '{"a":1}'), {}, { a: 1 }],
    ['JSON suffix', typed('application/problem+json', '[]'), {}, []],
    ['JSON with a mark', typed('application/json', '\ufeffnull'), {}, null],
    ['JSON without a type', typed('', '{"a":1}'), {}, { a: 1 }],
    ['JSON as text', typed('text/plain', '{"a":1}'), {}, { a: 1 }],
    ['text', typed('text/csv', 'a,b'), { accept: 'text/csv' }, 'a,b'],
    ['text of a range', typed('text/html', '<p>'), { accept: 'application/json, text/*;q=0.5' }, '<p>'],
    ['empty text', typed('text/csv', ''), { accept: 'text/csv' }, ''],
    ['XML', typed('application/xml', '<a/>'), { accept: 'application/xml' }, '<a/>'],
    ['204', { status: 204, body: '' }, {}, undefined],
    ['205', { status: 205, body: '' }, {}, undefined],
    ['304', { status: 304, body: '' }, {}, undefined],
    ['HEAD', {}, { method: 'HEAD' }, undefined],
    ['declared empty', typed('', ''), { empty: true }, undefined],
    ['declared empty with a type', typed('application/json', ''), { empty: true }, undefined],
    ['anything', typed('', ''), { accept: '*/*' }, undefined],
    ['anything as text', typed('text/plain', 'OK'), { accept: '*/*' }, 'OK'],
  ])('%s', async (_, answer, rest, expected) => {
    expect(await data(answer, rest)).toEqual(expected);
  });

  test.each([
    ['image/png', 'image/png'],
    ['image/*', 'image/png'],
    ['application/pdf', 'application/octet-stream'],
    ['application/zip', ''],
  ])('a Blob for %s of type %j', async (accept, type) => {
    const blob = (await data(typed(type, '\0\u0001'), { accept })) as Blob;
    expect({ type: blob.type, bytes: [...new Uint8Array(await blob.arrayBuffer())] }).toEqual({ type, bytes: [0, 1] });
  });

  test('events are a stream that outlives the time limit and ends with the signal', async () => {
    const server = await serve((_request, _number, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
      setTimeout(() => response.write('data: 2\n\n'), 150);
      return undefined;
    });
    const controller = new AbortController();
    const operation = { method: 'GET', path: '/', accept: 'text/event-stream' };
    const settings = { signal: controller.signal, timeout: 100 };
    const { data, response } = await call<ReadableStream<Uint8Array>, never>(
      createClient({ baseUrl: server.url }),
      operation,
      {},
      settings,
    ).raw();
    expect(response.body).toBe(data);
    const reader = data.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
    expect([await reader.read(), await reader.read()]).toEqual([
      { done: false, value: 'data: 1\n\n' },
      { done: false, value: 'data: 2\n\n' },
    ]);
    const reason = new Error('enough');
    controller.abort(reason);
    expect(await rejection(reader.read())).toBe(reason);
  });

  test('a body with __proto__ changes no prototype', async () => {
    const body = (await data(typed('application/json', '{"__proto__":{"polluted":1},"constructor":2}'))) as object;
    expect([
      Object.keys(body),
      Object.getPrototypeOf(body) === Object.prototype,
      ({} as { polluted?: unknown }).polluted,
    ]).toEqual([['__proto__', 'constructor'], true, undefined]);
    expect(
      await rejection(data(typed('application/json', '{"__proto__":{"errors":[{"code":"x"}],"request_id":"r"}}', 400))),
    ).toMatchObject({
      message: 'GET /a answered 400',
      requestId: undefined,
    });
  });
});

describe('ResponseError', () => {
  const shown = '<!doctype html> <title>Bad [31m gateway</title>';

  test.each<[string, Answer, Partial<Operation>, string, string]>([
    ['HTML', typed('text/html', html), {}, 'GET /a answered 200 (text/html), not application/json: ', shown],
    [
      'HTML as JSON',
      typed('application/json', html, 201),
      {},
      'GET /a answered 201 (application/json), not application/json: ',
      shown,
    ],
    [
      'HTML as an image',
      typed('text/html', html),
      { accept: 'image/png' },
      'GET /a answered 200 (text/html), not image/png: ',
      shown,
    ],
    [
      'JSON for text',
      typed('application/json', '{}'),
      { accept: 'text/csv' },
      'GET /a answered 200 (application/json), not text/csv: ',
      '{}',
    ],
    [
      'cut JSON',
      typed('application/json', '{"a":'),
      {},
      'GET /a answered 200 (application/json), not application/json: ',
      '{"a":',
    ],
    ['empty', typed('application/json', ''), {}, 'GET /a answered 200 (application/json), not application/json: ', ''],
    [
      'empty without a type',
      typed('', '', 202),
      {},
      'GET /a answered 202 (no content type), not application/json: ',
      '',
    ],
    [
      'HTML where empty is allowed',
      typed('text/html', html),
      { empty: true },
      'GET /a answered 200 (text/html), not application/json: ',
      shown,
    ],
  ])('%s', async (_, answer, rest, start, excerpt) => {
    const error = (await rejection(data(answer, rest))) as ResponseError;
    expect(error).toBeInstanceOf(ResponseError);
    const { name, status, message, operation, response } = error;
    expect({ name, status, message, operation, response: response?.status, excerpt: error.excerpt }).toEqual({
      name: 'ResponseError',
      status: answer.status,
      message: start + (excerpt || 'empty'),
      operation: 'GET /a',
      response: answer.status,
      excerpt,
    });
  });

  test('an excerpt is short', async () => {
    const error = (await rejection(data(typed('text/html', 'x'.repeat(100_000))))) as ResponseError;
    expect(error.excerpt).toEqual('x'.repeat(200));
  });
});

describe('ApiError', () => {
  test('has status, body, headers, request id and rate limit', async () => {
    const headers = {
      'content-type': 'application/json',
      'x-ratelimit-limit': '100',
      'x-ratelimit-remaining': '7',
      'x-ratelimit-reset': '1700000000',
    };
    const body = { type: 'error.list', request_id: 'r1', errors: [{ code: 'not_found', message: 'User Not Found' }] };
    const error = (await rejection(data({ status: 404, headers, body: JSON.stringify(body) }))) as ApiError;
    expect(error).toBeInstanceOf(ApiError);
    const { name, message, status, requestId, rateLimit, operation } = error;
    expect({
      name,
      message,
      status,
      body: error.body,
      requestId,
      rateLimit,
      operation,
      type: error.headers.get('content-type'),
    }).toEqual({
      name: 'ApiError',
      message: 'GET /a answered 404: not_found User Not Found',
      status: 404,
      body,
      requestId: 'r1',
      rateLimit: { limit: 100, remaining: 7, reset: new Date(1_700_000_000_000) },
      operation: 'GET /a',
      type: 'application/json',
    });
  });

  test.each<[string, Answer, unknown, string]>([
    [
      'HTML of a proxy',
      typed('text/html', html, 502),
      html,
      'GET /a answered 502: <!doctype html> <title>Bad [31m gateway</title>',
    ],
    ['broken JSON', typed('application/json', '{', 500), '{', 'GET /a answered 500: {'],
    ['JSON without a type', typed('', '{"error":"no"}', 400), { error: 'no' }, 'GET /a answered 400: no'],
    [
      'a problem',
      typed('application/problem+json', '{"title":"T","detail":"D"}', 400),
      { title: 'T', detail: 'D' },
      'GET /a answered 400: D',
    ],
    ['null', typed('application/json', 'null', 400), null, 'GET /a answered 400'],
    [
      'strange',
      typed('application/json', '{"errors":[null],"error":{"message":{}}}', 400),
      { errors: [null], error: { message: {} } },
      'GET /a answered 400: [object Object]',
    ],
    ['nothing', typed('', '', 401), undefined, 'GET /a answered 401'],
  ])('%s', async (_, answer, body, message) => {
    const error = (await rejection(data(answer))) as ApiError;
    expect(error).toBeInstanceOf(ApiError);
    expect({ status: error.status, body: error.body, message: error.message, rateLimit: error.rateLimit }).toEqual({
      status: answer.status,
      body,
      message,
      rateLimit: undefined,
    });
  });
});
