import { describe, expect, test } from 'vitest';
import { createClient, nextCursor, paged, turnBody } from '../../../generator/runtime/index.js';
import { type List, listed, take } from './listed.js';
import { rejection, serve } from './serve.js';

const byCursor = { next: nextCursor, from: ['pages', 'next', 'starting_after'], to: 'starting_after' };
const list: List = paged('GET /contacts{?per_page,starting_after}', ['data'], byCursor);

/** Three pages of two, one and two items, with the cursors "b&" and 3. */
function contacts(asked: string | undefined): unknown {
  if (asked === undefined) return { data: [1, 2], pages: { next: { starting_after: 'b&' } } };
  return asked === 'b&'
    ? { data: [3], pages: { next: { starting_after: 3 } } }
    : { data: [4, 5], pages: { next: null } };
}

const served = () =>
  listed(({ url }) => contacts(new URL(url, 'http://a').searchParams.get('starting_after') ?? undefined));

describe('items', () => {
  test('of all pages, in order, each page asked for once', async () => {
    const { client, urls } = await served();
    expect(await take(list(client, { per_page: 2 }))).toEqual([1, 2, 3, 4, 5]);
    expect(urls()).toEqual([
      '/contacts?per_page=2',
      '/contacts?per_page=2&starting_after=b%26',
      '/contacts?per_page=2&starting_after=3',
    ]);
  });

  test('a list that is awaited is its first page', async () => {
    const { client, urls } = await served();
    const call = list(client);
    expect(await call).toEqual({ data: [1, 2], pages: { next: { starting_after: 'b&' } } });
    expect((await call.raw()).response.status).toEqual(200);
    expect(await take(call)).toEqual([1, 2, 3, 4, 5]);
    expect(urls().length).toEqual(3);
  });

  test('stop when the loop does', async () => {
    const { client, urls } = await served();
    const seen: unknown[] = [];
    for await (const item of list(client)) {
      seen.push(item);
      if (seen.length === 3) break;
    }
    expect([seen, urls().length]).toEqual([[1, 2, 3], 2]);
  });

  test.each([
    [0, [], 0],
    [-1, [], 0],
    [1, [1], 1],
    [2, [1, 2], 1],
    [3, [1, 2, 3], 2],
    [9, [1, 2, 3, 4, 5], 3],
  ])('a limit of %i fetches no page too many', async (limit, items, requests) => {
    const { client, urls } = await served();
    expect([await take(list(client).items({ limit })), urls().length]).toEqual([items, requests]);
  });

  test('go on from a cursor', async () => {
    const { client, urls } = await served();
    expect(await take(list(client).items({ cursor: 'b&', limit: 2 }))).toEqual([3, 4]);
    expect(urls()).toEqual(['/contacts?starting_after=b%26', '/contacts?starting_after=3']);
  });
});

describe('pages', () => {
  test('have items, data, response and the cursor to go on from', async () => {
    const { client } = await served();
    const pages = await take(list(client).pages());
    expect(pages.map(({ items, cursor, response }) => [items, cursor, response.status])).toEqual([
      [[1, 2], 'b&', 200],
      [[3], 3, 200],
      [[4, 5], undefined, 200],
    ]);
    expect(pages[1]?.data).toEqual({ data: [3], pages: { next: { starting_after: 3 } } });
  });

  test('a stored cursor goes on where it stopped', async () => {
    const { client } = await served();
    const [first] = await take(list(client).pages(), 1);
    const stored: { readonly cursor: string | number } = JSON.parse(JSON.stringify({ cursor: first?.cursor }));
    expect(await take(list(client).items(stored))).toEqual([3, 4, 5]);
  });

  test.each([
    ['at once', { starting_after: 'x' }, undefined, '"x"', 2],
    ['after resuming', { starting_after: 'x' }, 'x', '"x"', 1],
    ['no text', { starting_after: { a: 1 } }, undefined, '"[object Object]"', 2],
  ])('the same cursor twice is an error: %s', async (_, next, cursor, text, requests) => {
    const { client, urls } = await listed(() => ({ data: [1], pages: { next } }));
    const seen: unknown[] = [];
    const loop = async (): Promise<void> => {
      for await (const { items } of list(client).pages({ cursor })) seen.push(...items);
    };
    expect(String(await rejection(loop()))).toEqual(`Error: GET /contacts gave the cursor ${text} twice`);
    expect([urls().length, seen]).toEqual([requests, Array(requests).fill(1)]);
  });

  test('a circle of cursors is an error', async () => {
    const { client, urls } = await listed(({ url }) => ({
      data: [1],
      pages: { next: { starting_after: url.endsWith('=a') ? 'b' : 'a' } },
    }));
    expect(String(await rejection(take(list(client))))).toEqual('Error: GET /contacts gave the cursor "a" twice');
    expect(urls().length).toEqual(3);
  });

  test.each([{}, { data: null }, { data: { '0': 1 } }, [], null, 'text'])(
    '%j is an empty last page',
    async (answer) => {
      const { client } = await listed(() => answer);
      expect((await take(list(client).pages())).map(({ items, cursor }) => [items, cursor])).toEqual([[[], undefined]]);
    },
  );

  test('an error of a later page is thrown where it is met', async () => {
    const server = await serve(({ url }) =>
      url === '/contacts' ? { body: JSON.stringify(contacts(undefined)) } : { status: 404 },
    );
    const seen: unknown[] = [];
    const loop = async (): Promise<void> => {
      for await (const item of list(createClient({ baseUrl: server.url }))) seen.push(item);
    };
    expect([await rejection(loop()), seen]).toMatchObject([{ name: 'ApiError', status: 404 }, [1, 2]]);
  });

  test('the signal of the call ends them', async () => {
    const { client } = await served();
    const controller = new AbortController();
    const reason = new Error('enough');
    const loop = async (): Promise<void> => {
      for await (const _ of list(client, {}, { signal: controller.signal })) controller.abort(reason);
    };
    expect(await rejection(loop())).toBe(reason);
  });
});

describe('a search whose cursor is in the body', () => {
  const rule = { next: nextCursor, from: byCursor.from, turn: turnBody, within: ['pagination', 'starting_after'] };
  const search: List = paged('POST /contacts/search', ['data'], rule, { repeatable: true });

  test('keeps the rest of the body', async () => {
    const { client, received } = await listed(({ body }) => contacts(JSON.parse(body).pagination?.starting_after));
    const body = { query: { field: 'a' }, pagination: { per_page: 2 } };
    expect(await take(search(client, { body }))).toEqual([1, 2, 3, 4, 5]);
    expect(received.map((request) => JSON.parse(request.body))).toEqual([
      { query: { field: 'a' }, pagination: { per_page: 2 } },
      { query: { field: 'a' }, pagination: { per_page: 2, starting_after: 'b&' } },
      { query: { field: 'a' }, pagination: { per_page: 2, starting_after: 3 } },
    ]);
    expect(body).toEqual({ query: { field: 'a' }, pagination: { per_page: 2 } });
  });

  test('needs no body to begin with, and is sent again', async () => {
    const { client, received } = await listed(
      ({ body }) => contacts(body === '' ? undefined : JSON.parse(body).pagination?.starting_after),
      (number) => (number === 2 ? { status: 503, headers: { 'retry-after': '0' } } : undefined),
    );
    expect(await take(search(client), 3)).toEqual([1, 2, 3]);
    expect(received.map((request) => request.body)).toEqual([
      '',
      '{"pagination":{"starting_after":"b&"}}',
      '{"pagination":{"starting_after":"b&"}}',
    ]);
  });
});
