import { describe, expect, test } from 'vitest';
import {
  authorizeByScheme,
  createClient,
  nextCursorIfMore,
  nextLast,
  nextLink,
  nextOffset,
  nextPage,
  type Pages,
  paged,
  signApiKey,
  turnBody,
  turnLink,
} from '../../../generator/runtime/index.js';
import { type List, listed, take } from './listed.js';
import { rejection, serve } from './serve.js';

const asked = (url: string, name: string, usual: number): number =>
  Number(new URL(url, 'http://a').searchParams.get(name) ?? usual);

/** The items and the URLs of a list that a server cuts as `answer` says. */
async function walk(rule: Pages, answer: (url: string) => unknown, params: object = {}): Promise<unknown> {
  const { client, urls } = await listed(({ url }) => answer(url));
  const list: List = paged('GET /a{?page,offset,limit,after}', ['items'], rule);
  return [await take(list(client, params)), urls()];
}

describe('page numbers', () => {
  const pages = [[1, 2], [3], [4]];

  test.each<[string, Partial<Pages>, (page: number) => object, object, readonly string[]]>([
    [
      'with a total',
      { from: ['page'], total: ['pages'] },
      (page) => ({ page, pages: 3 }),
      {},
      ['', '?page=2', '?page=3'],
    ],
    ['counted', { total: ['pages'] }, () => ({ pages: 3 }), {}, ['', '?page=2', '?page=3']],
    ['with a flag', { more: ['more'] }, (page) => ({ more: page < 3 }), {}, ['', '?page=2', '?page=3']],
    ['until an empty one', {}, () => ({}), {}, ['', '?page=2', '?page=3', '?page=4']],
    ['where the total is not told', { total: ['pages'] }, () => ({}), {}, ['', '?page=2', '?page=3', '?page=4']],
    [
      'of text',
      { from: ['page'], total: ['pages'] },
      (page) => ({ page: `${page}`, pages: '3' }),
      {},
      ['', '?page=2', '?page=3'],
    ],
    ['begun by the caller', { total: ['pages'] }, () => ({ pages: 3 }), { page: 2 }, ['?page=2', '?page=3']],
  ])('%s', async (_, rule, told, params, queries) => {
    const answer = (url: string): object => {
      const page = asked(url, 'page', 1);
      return { items: pages[page - 1] ?? [], ...told(page) };
    };
    const items = 'page' in params ? [3, 4] : [1, 2, 3, 4];
    expect(await walk({ next: nextPage, to: 'page', ...rule }, answer, params)).toEqual([
      items,
      queries.map((query) => `/a${query}`),
    ]);
  });

  test('that begin at 0', async () => {
    const answer = (url: string): object => ({ items: pages[asked(url, 'page', 0)] ?? [] });
    expect(await walk({ next: nextPage, to: 'page', start: 0 }, answer)).toEqual([
      [1, 2, 3, 4],
      ['/a', '/a?page=1', '/a?page=2', '/a?page=3'],
    ]);
  });

  test('a server that always gives the first page is an error', async () => {
    const { client } = await listed(() => ({ items: [1], page: 1, pages: 9 }));
    const list: List = paged('GET /a{?page}', ['items'], {
      next: nextPage,
      to: 'page',
      from: ['page'],
      total: ['pages'],
    });
    expect(String(await rejection(take(list(client))))).toEqual('Error: GET /a gave the cursor "2" twice');
  });

  test('in a body', async () => {
    const { client, received } = await listed(({ body }) => ({
      items: pages[JSON.parse(body).page - 1] ?? [],
      pages: 3,
    }));
    const rule = { next: nextPage, turn: turnBody, within: ['page'], total: ['pages'] };
    const search: List = paged('POST /a', ['items'], rule);
    expect(await take(search(client, { body: { page: 2, q: 'x' } }))).toEqual([3, 4]);
    expect(received.map(({ body }) => body)).toEqual(['{"page":2,"q":"x"}', '{"page":3,"q":"x"}']);
  });
});

test.each<[string, Partial<Pages>, object, object, readonly string[]]>([
  ['with a total', { total: ['total'] }, { total: 5 }, {}, ['', '?offset=2', '?offset=4']],
  ['until an empty one', {}, {}, {}, ['', '?offset=2', '?offset=4', '?offset=5']],
  ['begun by the caller', { total: ['total'] }, { total: 5 }, { offset: 2 }, ['?offset=2', '?offset=4']],
])('offsets %s', async (_, rule, told, params, queries) => {
  const answer = (url: string): object => {
    const offset = asked(url, 'offset', 0);
    return { items: [1, 2, 3, 4, 5].slice(offset, offset + 2), ...told };
  };
  expect(await walk({ next: nextOffset, to: 'offset', ...rule }, answer, params)).toEqual([
    'offset' in params ? [3, 4, 5] : [1, 2, 3, 4, 5],
    queries.map((query) => `/a${query}`),
  ]);
});

test('the id of the last item, while there is more', async () => {
  const answer = (url: string): object => ({
    items: url === '/a' ? [{ id: 'x' }, { id: 'y' }] : [{ id: 'z' }],
    has_more: url === '/a',
  });
  expect(await walk({ next: nextLast, to: 'after', from: ['id'], more: ['has_more'] }, answer)).toEqual([
    [{ id: 'x' }, { id: 'y' }, { id: 'z' }],
    ['/a', '/a?after=y'],
  ]);
});

test('a cursor that is there although there is no more', async () => {
  const answer = (url: string): object => ({ items: [url.length], next: 'c', has_more: url === '/a' });
  expect(await walk({ next: nextCursorIfMore, to: 'after', from: ['next'], more: ['has_more'] }, answer)).toEqual([
    [2, 10],
    ['/a', '/a?after=c'],
  ]);
});

describe('links', () => {
  const byLink = { next: nextLink, turn: turnLink };
  const list: List = paged('GET /a{?q}', [], byLink);
  const page = (link?: string) => ({ headers: link ? { link } : {}, body: '[1]' });

  test('of the Link header are asked for as they are', async () => {
    const server = await serve(({ url }) =>
      url === '/a?q=1'
        ? page('<https://x.example/first>; rel="first", </b?page=2&x=%20>; title="a"; rel="next"')
        : page('</a?q=1>; rel="prev"'),
    );
    const client = createClient({ baseUrl: server.url, headers: { 'x-version': '1' } });
    expect(await take(list(client, { q: 1 }))).toEqual([1, 1]);
    expect(server.received.map(({ url, headers }) => [url, headers['x-version']])).toEqual([
      ['/a?q=1', '1'],
      ['/b?page=2&x=%20', '1'],
    ]);
  });

  test('of the answer, with the key of the caller and no other', async () => {
    const server = await serve(({ url }) => ({
      body: JSON.stringify({ items: [url], next: url.startsWith('/a') ? `${server.url}/b?key=told&page=2` : null }),
    }));
    const schemes = { key: { sign: signApiKey, in: 'query', name: 'key' } } as const;
    const api = { baseUrl: server.url, authorize: authorizeByScheme, schemes, security: [['key']] };
    const client = createClient(api, { credentials: { key: 'own' } });
    const linked: List = paged('GET /a', ['items'], { ...byLink, from: ['next'] });
    expect(await take(linked(client))).toEqual(['/a?key=own', '/b?page=2&key=own']);
  });

  test.each(['https://evil.example/x', '//evil.example', 'data:,x'])(
    'to another origin are refused: %s',
    async (link) => {
      const server = await serve(page(`<${link}>; rel=next`));
      const error = await rejection(take(list(createClient({ baseUrl: server.url }))));
      expect(String(error)).toEqual('Error: GET /a names a next page of another origin');
      expect(server.received.length).toEqual(1);
    },
  );

  test('that lead in a circle are an error', async () => {
    const server = await serve(page('</a>; rel=next'));
    const error = await rejection(take(list(createClient({ baseUrl: server.url }))));
    expect(String(error)).toEqual(`Error: GET /a gave the cursor "${server.url}/a" twice`);
  });

  test('a long header takes no quadratic time', async () => {
    const headers = new Headers({ link: '<'.repeat(100_000) + '>;'.repeat(100_000) });
    const response = new Response('[]', { headers });
    const start = performance.now();
    expect(nextLink({ data: [], response, items: [], cursor: undefined, params: {} }, byLink)).toEqual(false);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
