import { expect, test } from 'vitest';
import { type ApiError, call, createClient } from '../../../generator/runtime/index.js';
import { rejection, serve } from './serve.js';

const to = (location: string, status = 302) => ({ status, headers: { location }, body: '' });
const security = { bearer: { kind: 'bearer' } } as const;
const seen = (server: {
  received: readonly { method: string; url: string; headers: Readonly<Record<string, string>> }[];
}) => server.received.map(({ method, url, headers }) => `${method} ${url} ${headers.authorization}`);
const client = (baseUrl: string) => createClient({ baseUrl, security, auth: [['bearer']] }, { token: 't' });

test('GET and HEAD are followed within the origin', async () => {
  const server = await serve(({ url }) =>
    url === '/a'
      ? to('/b/../c?x=1#y', 301)
      : url === '/c?x=1'
        ? to('d', 307)
        : { body: '{"ok":1}', headers: { 'content-type': 'application/json' } },
  );
  const { data, response } = await call(client(server.url), { method: 'GET', path: '/a' }).raw();
  expect([data, response.url, seen(server)]).toEqual([
    { ok: 1 },
    `${server.url}/d`,
    ['GET /a Bearer t', 'GET /c?x=1 Bearer t', 'GET /d Bearer t'],
  ]);
});

test('nothing is sent to another origin', async () => {
  const other = await serve();
  const server = await serve(to(`${other.url}/x`));
  const error = (await rejection(call(client(server.url), { method: 'GET', path: '/a' }))) as ApiError;
  expect({ message: error.message, status: error.status, location: error.headers.get('location') }).toEqual({
    message: 'GET /a answered 302',
    status: 302,
    location: `${other.url}/x`,
  });
  expect([seen(server), seen(other)]).toEqual([['GET /a Bearer t'], []]);
});

test.each(['POST', 'PUT', 'DELETE'])('%s is not followed', async (method) => {
  const server = await serve(to('/b', 307));
  expect(await rejection(call(client(server.url), { method, path: '/a' }))).toMatchObject({
    status: 307,
    message: `${method} /a answered 307`,
  });
  expect(seen(server)).toEqual([`${method} /a Bearer t`]);
});

test('a circle ends after five', async () => {
  const server = await serve(to('/a'));
  expect(await rejection(call(client(server.url), { method: 'GET', path: '/a' }))).toMatchObject({ status: 302 });
  expect(server.received.length).toEqual(6);
});

test.each(['http://', 'javascript:alert(1)', 'file:///etc/passwd', ''])(
  'a location of %j does not crash',
  async (location) => {
    const server = await serve(location ? to(location) : { status: 302, headers: {}, body: '' });
    expect(await rejection(call(client(server.url), { method: 'GET', path: '/a' }))).toMatchObject({ status: 302 });
    expect(seen(server)).toEqual(['GET /a Bearer t']);
  },
);

test('credentials in a location are dropped', async () => {
  const server = await serve(({ url, headers }) =>
    url === '/a'
      ? to(`http://user:pass@${new URL(server.url).host}/b`)
      : { body: JSON.stringify(headers), headers: { 'content-type': 'application/json' } },
  );
  expect(await call(client(server.url), { method: 'GET', path: '/a' })).toEqual({
    accept: 'application/json',
    authorization: 'Bearer t',
  });
});

test('a declared redirect is the answer and is not fetched', async () => {
  const other = await serve();
  const server = await serve(({ url }) => to(url === '/a' ? `${other.url}/recording.mp3` : '/inside'));
  const outside = await call(client(server.url), { method: 'GET', path: '/a', redirect: true }).raw();
  expect([outside.data, outside.response.status]).toEqual([`${other.url}/recording.mp3`, 302]);
  expect(await call(client(server.url), { method: 'POST', path: '/b', redirect: true })).toEqual(
    `${server.url}/inside`,
  );
  expect([seen(server), seen(other)]).toEqual([['GET /a Bearer t', 'POST /b Bearer t'], []]);
});
