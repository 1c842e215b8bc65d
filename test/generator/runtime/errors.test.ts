import { describe, expect, test } from 'vitest';
import {
  ApiError,
  createClient,
  ResponseError,
  readBlob,
  readByType,
  readText,
  type Traits,
} from '../../../generator/runtime/index.js';
import { invoke } from './invoke.js';
import { type Answer, rejection, serve } from './serve.js';

async function failure(answer: Answer, rest: Traits = {}): Promise<unknown> {
  const server = await serve(answer);
  const options = { maxRetries: 0 };
  return rejection(invoke(createClient({ baseUrl: server.url }), { method: 'GET', path: '/a', ...rest }, {}, options));
}

const typed = (type: string, body: string, status = 200): Answer => ({
  status,
  headers: type ? { 'content-type': type } : {},
  body,
});
const html = '<!doctype html>\n<title>Bad\u001b[31m gateway</title>';
const shown = '<!doctype html> <title>Bad [31m gateway</title>';

describe('a success that is none', () => {
  const text = { accept: 'text/csv', read: readText };
  const blob = { accept: 'image/png', read: readBlob };
  const any = { accept: 'application/json, text/csv', read: readByType };

  test.each<[string, Answer, Traits, string, string | undefined]>([
    ['HTML', typed('text/html', html), {}, `200: ${shown}`, html],
    ['HTML that says it is JSON', typed('application/json', html, 201), {}, `201: ${shown}`, html],
    ['HTML as an image', typed('text/html', html), blob, `200: ${shown}`, html],
    ['HTML by type', typed('text/html', html), any, `200: ${shown}`, html],
    ['JSON for text', typed('application/json', '{}'), text, '200: {}', '{}'],
    ['cut JSON', typed('application/json', '{"a":'), {}, '200: {"a":', '{"a":'],
    ['nothing', typed('application/json', ''), {}, '200: nothing', undefined],
    ['nothing by type', typed('application/json', ''), any, '200: nothing', ''],
    ['nothing without a type', typed('', '', 202), {}, '202: nothing', undefined],
    ['HTML where empty is allowed', typed('text/html', html), { empty: true }, `200: ${shown}`, html],
  ])('%s', async (_, answer, rest, message, body) => {
    const error = (await failure(answer, rest)) as ResponseError;
    expect([error instanceof ResponseError, error.name, error.message, error.status, error.body]).toEqual([
      true,
      'ResponseError',
      `GET /a answered ${message}`,
      answer.status,
      body,
    ]);
  });

  test('its message is short', async () => {
    const { message } = (await failure(typed('text/html', 'x'.repeat(100_000)))) as Error;
    expect(message).toEqual(`GET /a answered 200: ${'x'.repeat(200)}`);
  });

  test('it is not asked for again', async () => {
    const server = await serve(typed('text/html', html));
    await rejection(invoke(createClient({ baseUrl: server.url }), { method: 'GET', path: '/a' }));
    expect(server.received.length).toEqual(1);
  });
});

describe('ApiError', () => {
  test('has status, body, response, request id and rate limit', async () => {
    const headers = {
      'content-type': 'application/json',
      'x-ratelimit-limit': '100',
      'x-ratelimit-remaining': '7',
      'x-ratelimit-reset': '1700000000',
    };
    const body = { type: 'error.list', request_id: 'r1', errors: [{ code: 'not_found', message: 'User Not Found' }] };
    const error = (await failure({ status: 404, headers, body: JSON.stringify(body) })) as ApiError;
    expect(error).toBeInstanceOf(ApiError);
    const { name, message, status, requestId, rateLimit, response } = error;
    expect([name, message, status, error.body, requestId, rateLimit, response?.headers.get('content-type')]).toEqual([
      'ApiError',
      `GET /a answered 404: ${JSON.stringify(body)}`,
      404,
      body,
      'r1',
      { limit: 100, remaining: 7, reset: new Date(1_700_000_000_000) },
      'application/json',
    ]);
  });

  test('takes the request id of the header first', async () => {
    const headers = { 'x-request-id': 'h1', 'content-type': 'application/json' };
    expect(await failure({ status: 400, headers, body: '{"request_id":"b1"}' })).toMatchObject({ requestId: 'h1' });
  });

  test.each<[string, Answer, unknown, string]>([
    ['HTML of a proxy', typed('text/html', html, 502), html, `502: ${shown}`],
    ['broken JSON', typed('application/json', '{', 500), '{', '500: {'],
    ['JSON without a type', typed('', '{"error":"no"}', 400), { error: 'no' }, '400: {"error":"no"}'],
    ['null', typed('application/json', 'null', 400), null, '400: null'],
    ['nothing', typed('', '', 401), undefined, '401: nothing'],
    ['not modified', { status: 304, headers: {}, body: '' }, undefined, '304: nothing'],
  ])('%s', async (_, answer, body, message) => {
    const error = (await failure(answer)) as ApiError;
    expect([error instanceof ApiError, error.name, error.status, error.body, error.message, error.rateLimit]).toEqual([
      true,
      'ApiError',
      answer.status,
      body,
      `GET /a answered ${message}`,
      undefined,
    ]);
  });
});
