import { expect, test } from 'vitest';
import {
  type ApiError,
  authorizeByToken,
  createClient,
  followRedirects,
  readLocation,
} from '../../../generator/runtime/index.js';
import { invoke } from './invoke.js';
import { rejection, serve } from './serve.js';

const to = (location: string, status = 302) => ({ status, headers: { location }, body: '' });
const seen = (server: {
  received: readonly { method: string; url: string; headers: Readonly<Record<string, string>> }[];
}) => server.received.map(({ method, url, headers }) => `${method} ${url} ${headers.authorization}`);
const api = (baseUrl: string) => ({ baseUrl, authorize: authorizeByToken });
const client = (baseUrl: string) => createClient(api(baseUrl), { token: 't' });
const following = (baseUrl: string) => createClient(api(baseUrl), { token: 't', fetch: followRedirects() });

test('GET and HEAD are followed within the origin by who asks for it', async () => {
  const server = await serve(({ url }) =>
    url === '/a'
      ? to('/b/../c?x=1#y', 301)
      : url === '/c?x=1'
        ? to('d', 307)
        : { body: '{"ok":1}', headers: { 'content-type': 'application/json' } },
  );
  const { data, response } = await invoke(following(server.url), { method: 'GET', path: '/a' }).raw();
  expect([data, response.url, seen(server)]).toEqual([
    { ok: 1 },
    `${server.url}/d`,
    ['GET /a Bearer t', 'GET /c?x=1 Bearer t', 'GET /d Bearer t'],
  ]);
});

test.each([client, following])('nothing is sent to another origin', async (make) => {
  const other = await serve();
  const server = await serve(to(`${other.url}/x`));
  const error = (await rejection(invoke(make(server.url), { method: 'GET', path: '/a' }))) as ApiError;
  expect({ message: error.message, status: error.status, location: error.response?.headers.get('location') }).toEqual({
    message: 'GET /a answered 302: nothing',
    status: 302,
    location: `${other.url}/x`,
  });
  expect([seen(server), seen(other)]).toEqual([['GET /a Bearer t'], []]);
});

test.each(['POST', 'PUT', 'DELETE'])('%s is not followed', async (method) => {
  const server = await serve(to('/b', 307));
  expect(await rejection(invoke(following(server.url), { method, path: '/a' }))).toMatchObject({
    status: 307,
    message: `${method} /a answered 307: nothing`,
  });
  expect(seen(server)).toEqual([`${method} /a Bearer t`]);
});

test('the origin is followed no further than the first hop that leaves it', async () => {
  const other = await serve();
  const server = await serve(({ url }) => to(url === '/a' ? '/b' : `${other.url}/x`));
  expect(await rejection(invoke(following(server.url), { method: 'GET', path: '/a' }))).toMatchObject({ status: 302 });
  expect([seen(server), seen(other)]).toEqual([['GET /a Bearer t', 'GET /b Bearer t'], []]);
});

test('a redirect that nobody declared is an error with its address', async () => {
  const server = await serve(to('/b', 301));
  const error = (await rejection(invoke(client(server.url), { method: 'GET', path: '/a' }))) as ApiError;
  expect([error.status, error.response?.headers.get('location'), seen(server)]).toEqual([
    301,
    '/b',
    ['GET /a Bearer t'],
  ]);
});

test('a circle ends after five', async () => {
  const server = await serve(to('/a'));
  expect(await rejection(invoke(following(server.url), { method: 'GET', path: '/a' }))).toMatchObject({ status: 302 });
  expect(server.received.length).toEqual(6);
});

test.each(['http://', 'javascript:alert(1)', 'file:///etc/passwd', ''])(
  'a location of %j does not crash',
  async (location) => {
    const server = await serve(location ? to(location) : { status: 302, headers: {}, body: '' });
    expect(await rejection(invoke(following(server.url), { method: 'GET', path: '/a' }))).toMatchObject({
      status: 302,
    });
    expect(seen(server)).toEqual(['GET /a Bearer t']);
  },
);

test('credentials in a location are dropped', async () => {
  const server = await serve(({ url, headers }) =>
    url === '/a'
      ? to(`http://user:pass@${new URL(server.url).host}/b`)
      : { body: JSON.stringify(headers), headers: { 'content-type': 'application/json' } },
  );
  expect(await invoke(following(server.url), { method: 'GET', path: '/a' })).toEqual({
    accept: 'application/json',
    authorization: 'Bearer t',
  });
});

test('a declared redirect is the answer and is not fetched', async () => {
  const other = await serve();
  const server = await serve(({ url }) => to(url === '/a' ? `${other.url}/recording.mp3` : '/inside'));
  const outside = await invoke(client(server.url), { method: 'GET', path: '/a', redirect: readLocation }).raw();
  expect([outside.data, outside.response.status]).toEqual([`${other.url}/recording.mp3`, 302]);
  expect(await invoke(client(server.url), { method: 'POST', path: '/b', redirect: readLocation })).toEqual(
    `${server.url}/inside`,
  );
  expect([seen(server), seen(other)]).toEqual([['GET /a Bearer t', 'POST /b Bearer t'], []]);
});

test('where a redirect is declared, an answer without an address is an error', async () => {
  const server = await serve(({ url }) => (url === '/a' ? to('javascript:alert(1)') : { status: 404, body: '' }));
  for (const [path, status] of [
    ['/a', 302],
    ['/b', 404],
  ] as const) {
    expect(await rejection(invoke(client(server.url), { method: 'GET', path, redirect: readLocation }))).toMatchObject({
      status,
    });
  }
});
