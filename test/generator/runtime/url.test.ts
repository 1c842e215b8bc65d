import { describe, expect, test } from 'vitest';
import { createClient, operationServer, placeParameters } from '../../../generator/runtime/index.js';
import { invoke } from './invoke.js';
import { rejection, serve } from './serve.js';

describe('the request URL starts with the base URL whatever the template says', () => {
  test.each([
    ['//evil.example/x', '//evil.example/x'],
    ['\\\\evil.example', '/%5C%5Cevil.example'],
    ['/\\evil', '/%5Cevil'],
    ['@evil.example/', '/@evil.example/'],
    ['.evil.example', '/.evil.example'],
    [':80/x', '/:80/x'],
    ['https://evil.example/x', '/https://evil.example/x'],
    ['/a#b', '/a%23b'],
    ['/a?b=c', '/a?b=c'],
    ['/{a', '/%7Ba'],
    ['/a}/b{', '/a%7D/b%7B'],
    ['/a\r\n\tb c', '/a%0D%0A%09b%20c'],
    ['/caf\u00e9/caf%C3%A9/100%', '/caf%C3%A9/caf%C3%A9/100%25'],
    ['/\ud800', '/%EF%BF%BD'],
    ['', '/'],
    ['/', '/'],
  ])('%j', async (path, url) => {
    const server = await serve();
    await invoke(createClient({ baseUrl: `${server.url}/api/` }), { method: 'GET', path, place: placeParameters });
    expect(server.received).toEqual([
      { method: 'GET', url: `/api${url}`, headers: { accept: 'application/json' }, body: '' },
    ]);
  });

  test.each(['/../x', '/a/../../x', '/.', '/a/..', '/%2e%2e/x', '/.%2E/x', '/a/%2e'])('%j is refused', async (path) => {
    const server = await serve();
    expect(
      await rejection(
        invoke(createClient({ baseUrl: `${server.url}/api` }), { method: 'GET', path, place: placeParameters }),
      ),
    ).toEqual(new TypeError(`GET ${path}: the path leaves the base URL.`));
    expect(server.received).toEqual([]);
  });

  test('a value cannot complete what the template begins', async () => {
    const server = await serve();
    const rest = { parameters: [{ key: 'a', name: 'a', in: 'path' }], place: placeParameters } as const;
    const client = createClient({ baseUrl: server.url });
    await invoke(client, { method: 'GET', path: '/%2{a}/x', ...rest }, { a: 'e' });
    await invoke(client, { method: 'GET', path: '/%{a}/x', ...rest }, { a: '2e' });
    await invoke(client, { method: 'GET', path: '/.{a}/x', ...rest }, { a: '%2e' });
    expect(server.received.map((request) => request.url)).toEqual(['/%252e/x', '/%252e/x', '/.%252e/x']);
  });
});

describe('the base URL', () => {
  const message = 'API needs a valid "baseUrl".';

  test.each([
    'ftp://a.example',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/plain,x',
    '/v1',
    '',
    'https://user:secret@a.example',
    'https://a.example?x=1',
    'https://a.example#x',
    'https://{region}.example.com',
  ])('%j is refused', (baseUrl) => {
    expect(() => createClient({ baseUrl: 'https://a.example' }, { baseUrl })).toThrow(new TypeError(message));
    expect(() => createClient({ baseUrl })).toThrow(new TypeError(message));
  });

  test('that of the client goes before that of the operation, and that before the document', async () => {
    const [document, options, operation] = await Promise.all([serve(), serve(), serve()]);
    const client = createClient({ baseUrl: document.url });
    const moved = createClient({ baseUrl: document.url }, { baseUrl: `${options.url}//` });
    const base = operationServer;
    await invoke(client, { method: 'GET', path: '/1' });
    await invoke(moved, { method: 'GET', path: '/2' });
    await invoke(client, { method: 'GET', path: '/3', base, server: `${operation.url}/v2/` });
    await invoke(moved, { method: 'GET', path: '/4', base, server: `${operation.url}/v2/` });
    await invoke(moved, { method: 'GET', path: '/5', base, server: '/v3' });
    await invoke(client, { method: 'GET', path: '/6', base, server: 'v4' });
    expect([document, options, operation].map((server) => server.received.map((request) => request.url))).toEqual([
      ['/1', '/v4/6'],
      ['/2', '/4', '/v3/5'],
      ['/v2/3'],
    ]);
  });

  test('params choose none', async () => {
    const [server, other] = await Promise.all([serve(), serve()]);
    const client = createClient({ baseUrl: `${server.url}/v1` });
    const operation = { method: 'GET', path: '/{id}{?q}' };
    await invoke(client, operation, { id: `${other.url}/x`, q: other.url, baseUrl: other.url, server: other.url });
    expect([server.received.map(({ url }) => url), other.received]).toEqual([
      [`/v1/${encodeURIComponent(`${other.url}/x`)}?q=${encodeURIComponent(other.url)}`],
      [],
    ]);
  });
});
