import { expect, test } from 'vitest';
import { createClient, placeParameters } from '../../../generator/runtime/index.js';
import { invoke } from './invoke.js';
import { rejection, serve } from './serve.js';

const version = { key: 'v', name: 'intercom-version', in: 'header' } as const;
const operation = { method: 'GET', path: '/', parameters: [version], place: placeParameters };

test('the pinned ones stay unless a param or a call states them', async () => {
  const server = await serve();
  const client = createClient(
    { headers: { 'Intercom-Version': '2.15' }, baseUrl: server.url },
    { headers: { 'intercom-version': 'client', 'X-A': 'a', 'X-B': undefined, Accept: 'c/d' } },
  );
  await invoke(client, operation);
  await invoke(client, operation, {}, { headers: { 'Intercom-Version': undefined } });
  await invoke(client, operation, { v: 'param' });
  const headers = { 'INTERCOM-VERSION': 'call', accept: 'text/plain, application/json', 'x-a': 'b' };
  await invoke(client, operation, { v: 'param' }, { headers });
  expect(server.received.map((request) => request.headers)).toEqual([
    { accept: 'application/json', 'intercom-version': '2.15', 'x-a': 'a' },
    { accept: 'application/json', 'intercom-version': '2.15', 'x-a': 'a' },
    { accept: 'application/json', 'intercom-version': 'param', 'x-a': 'a' },
    { accept: 'text/plain, application/json', 'intercom-version': 'call', 'x-a': 'b' },
  ]);
});

test.each([
  ['client', { headers: { 'X-A': 'a\nb' } }, {}],
  ['call', {}, { headers: { 'X-A': 'a\r\nX-Evil: 1' } }],
  ['key', {}, { idempotencyKey: 'a\nb' }],
])('line breaks are refused and not shown: %s', async (from, options, call) => {
  const client = createClient({ baseUrl: 'http://127.0.0.1:1' }, options);
  const name = from === 'key' ? 'idempotency-key' : 'X-A';
  expect(await rejection(invoke(client, { method: 'GET', path: '/' }, {}, call))).toEqual(
    new TypeError(`GET / needs a valid "${name}".`),
  );
});
