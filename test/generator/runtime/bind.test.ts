import { expect, test } from 'vitest';
import { bind, createClient, operation, ResponseError } from '../../../generator/runtime/index.js';
import { rejection, serve } from './serve.js';

type Method = (...given: readonly object[]) => Promise<unknown>;

/** What the server receives when every method is called with the same params, and with options after them. */
async function sent(words: string, functions = {}): Promise<unknown> {
  const server = await serve();
  const client = createClient({ baseUrl: server.url });
  const { a: methods } = bind<{ readonly a: Record<string, Method> }>(client, { a: [words, functions] });
  const requests: [string, string, string | undefined][] = [];
  for (const [name, method] of Object.entries(methods)) {
    await method({ id: 'a/b', tag: 't', page: 2 }, { headers: { 'x-given': 'options' } });
    const got = server.received.at(-1);
    requests.push([name, `${got?.method} ${got?.url}`, got?.headers['x-given']]);
  }
  return requests;
}

test('words are paths and the methods they have', async () => {
  const words =
    '/tags create:POST search{?page,limit} 1/{id} retrieve change:PATCH{?page} 2/on put:PUT 1/x/{tag} drop:DELETE';
  expect(await sent(words)).toEqual([
    ['create', 'POST /tags', 'options'],
    ['search', 'GET /tags?page=2', 'options'],
    ['retrieve', 'GET /tags/a%2Fb', 'options'],
    ['change', 'PATCH /tags/a%2Fb?page=2', 'options'],
    ['put', 'PUT /tags/a%2Fb/on', 'options'],
    ['drop', 'DELETE /tags/x/t', 'options'],
  ]);
});

test('a GET without names takes no params', async () => {
  const server = await serve();
  const { own } = bind<{ own: { me: Method } }>(createClient({ baseUrl: server.url }), { own: '/me me' });
  await own.me({ headers: { 'x-given': 'first' } });
  expect(server.received.map(({ url, headers }) => [url, headers['x-given']])).toEqual([['/me', 'first']]);
});

test.each([
  ['/ root:POST', '/'],
  ['/a/ end:POST', '/a/'],
  ['/a//b twice:POST', '/a//b'],
  ['/a/b one:POST 1/ other:POST', '/a/'],
])('%s', async (words, url) => {
  expect((await sent(words)) as unknown[]).toContainEqual([expect.any(String), `POST ${url}`, 'options']);
});

test('functions stand beside words', async () => {
  expect(await sent('/a one:POST', { two: operation('POST /b') })).toEqual([
    ['two', 'POST /b', 'options'],
    ['one', 'POST /a', 'options'],
  ]);
});

test('every resource has its methods, beside the client', async () => {
  const client = createClient({ baseUrl: 'https://api.example' });
  const bound = bind<Record<string, object>>(client, {
    a: '/a one two:POST',
    b: ['/b three', { four: operation('POST /b') }],
    c: '',
  });
  expect(bound['client']).toBe(client);
  expect(bound['a']).toBe(bound['a']);
  expect(Object.entries(bound).map(([name, methods]) => [name, Object.keys(methods).sort()])).toEqual([
    ['client', ['api', 'baseUrl', 'options']],
    ['a', ['one', 'two']],
    ['b', ['four', 'three']],
    ['c', []],
  ]);
});

test('an answer may be empty where a word says so', async () => {
  const server = await serve({ body: '' });
  const { a } = bind<{ a: { may: Method; must: Method } }>(createClient({ baseUrl: server.url }), {
    a: '/a may?:POST must:POST',
  });
  expect(await a.may({})).toEqual(undefined);
  expect(await rejection(a.must({}))).toBeInstanceOf(ResponseError);
});
