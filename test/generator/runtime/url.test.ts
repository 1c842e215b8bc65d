import { describe, expect, test } from 'vitest';
import { call, createClient } from '../../../generator/runtime/index.js';
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
    await call(createClient({ baseUrl: `${server.url}/api/` }), { method: 'GET', path });
    expect(server.received).toEqual([
      { method: 'GET', url: `/api${url}`, headers: { accept: 'application/json' }, body: '' },
    ]);
  });

  test.each(['/../x', '/a/../../x', '/.', '/a/..', '/%2e%2e/x', '/.%2E/x', '/a/%2e'])('%j is refused', async (path) => {
    const server = await serve();
    expect(await rejection(call(createClient({ baseUrl: `${server.url}/api` }), { method: 'GET', path }))).toEqual(
      new TypeError(`GET ${path}: the path leaves the base URL.`),
    );
    expect(server.received).toEqual([]);
  });

  test('a value cannot complete what the template begins', async () => {
    const server = await serve();
    const parameters = [{ key: 'a', name: 'a', in: 'path' }] as const;
    const client = createClient({ baseUrl: server.url });
    await call(client, { method: 'GET', path: '/%2{a}/x', parameters }, { a: 'e' });
    await call(client, { method: 'GET', path: '/%{a}/x', parameters }, { a: '2e' });
    await call(client, { method: 'GET', path: '/.{a}/x', parameters }, { a: '%2e' });
    expect(server.received.map((request) => request.url)).toEqual(['/%252e/x', '/%252e/x', '/.%252e/x']);
  });
});

describe('the base URL', () => {
  const message = 'The base URL must be an absolute http or https URL without credentials, query or fragment.';

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

  test('the call goes before the client, that before the operation, that before the document', async () => {
    const [document, options, operation, own] = await Promise.all([serve(), serve(), serve(), serve()]);
    const client = createClient({ baseUrl: document.url }, { baseUrl: options.url });
    await call(createClient({ baseUrl: document.url }), { method: 'GET', path: '/1' });
    await call(client, { method: 'GET', path: '/2' });
    await call(createClient({ baseUrl: document.url }), { method: 'GET', path: '/3', server: `${operation.url}/v2/` });
    await call(client, { method: 'GET', path: '/6', server: `${operation.url}/v2/` });
    await call(client, { method: 'GET', path: '/4', server: operation.url }, {}, { baseUrl: own.url });
    await call(client, { method: 'GET', path: '/5', server: '/v3' });
    expect([document, options, operation, own].map((server) => server.received.map((request) => request.url))).toEqual([
      ['/1'],
      ['/2', '/6', '/v3/5'],
      ['/v2/3'],
      ['/4'],
    ]);
  });

  test('a base URL for one call is checked', async () => {
    const client = createClient({ baseUrl: 'https://a.example' });
    const operation = { method: 'GET', path: '/' };
    expect(await rejection(call(client, operation, {}, { baseUrl: 'ftp://b.example' }))).toEqual(
      new TypeError(message),
    );
  });
});
