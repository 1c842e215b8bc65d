import { describe, expect, test } from 'vitest';
import { createClient, type Parameter, placeParameters } from '../../../generator/runtime/index.js';
import { invoke } from './invoke.js';
import { type Received, rejection, serve } from './serve.js';

async function sent(path: string, parameters: readonly Parameter[], params: object): Promise<Received[]> {
  const server = await serve();
  await invoke(
    createClient({ baseUrl: `${server.url}/api` }),
    { method: 'GET', path, parameters, place: placeParameters },
    params,
  );
  return server.received;
}

async function refused(path: string, parameters: readonly Parameter[], params: object): Promise<unknown> {
  const server = await serve();
  const error = await rejection(
    invoke(
      createClient({ baseUrl: `${server.url}/api` }),
      { method: 'GET', path, parameters, place: placeParameters },
      params,
    ),
  );
  expect(server.received).toEqual([]);
  expect(error).toBeInstanceOf(TypeError);
  return (error as Error).message;
}

const rgb = { R: 100, G: 200 };
const list = ['blue', 'black'];

describe('path', () => {
  const id = { key: 'id', name: 'id', in: 'path' } as const;
  const message = 'GET /a/{id} needs a valid "id".';

  test.each([undefined, null, '', '.', '..', [], [''], {}, ['..'], [undefined]])('%j is refused', async (value) => {
    expect(await refused('/a/{id}', [id], { id: value })).toEqual(message);
  });

  test.each(['', '.', '..', undefined])('%j is refused in a label and a matrix', async (value) => {
    expect(await refused('/a/{id}', [{ ...id, style: 'label' }], { id: value })).toEqual(message);
    expect(await refused('/a/{id}', [{ ...id, style: 'matrix' }], { id: value })).toEqual(message);
  });

  test('the name of a placeholder may hold a space', async () => {
    const spaced = { key: 'a', name: 'a b', in: 'path' } as const;
    expect(await sent('/{a b}/c', [spaced], { a: 'x y' })).toEqual([
      { method: 'GET', url: '/api/x%20y/c', headers: { accept: 'application/json' }, body: '' },
    ]);
    expect(await refused('/{a b}', [spaced], {})).toEqual('GET /{a%20b} needs a valid "a b".');
  });

  test('a property that params inherits is no value', async () => {
    const inherited = { key: 'constructor', name: 'id', in: 'path' } as const;
    expect(await refused('/a/{id}', [inherited], {})).toEqual(message);
    expect(await refused('/a/{id}', [{ ...inherited, key: '__proto__' }], {})).toEqual(message);
    expect(await sent('/a/{id}', [{ ...inherited, key: '__proto__' }], JSON.parse('{"__proto__":"own"}'))).toEqual([
      { method: 'GET', url: '/api/a/own', headers: { accept: 'application/json' }, body: '' },
    ]);
  });

  test('a placeholder without a parameter is refused', async () => {
    expect(await refused('/a/{other}', [id], { id: '1', other: '2' })).toEqual('GET /a/{other} needs a valid "other".');
  });

  test('a lone surrogate is refused', async () => {
    expect(await refused('/a/{id}', [id], { id: '\ud800' })).toEqual('The path parameter "id" cannot be encoded.');
  });

  test.each([
    ['5', '/api/a/5'],
    [0, '/api/a/0'],
    [false, '/api/a/false'],
    [12n, '/api/a/12'],
    ['a/../b', '/api/a/a%2F..%2Fb'],
    ['?x#y', '/api/a/%3Fx%23y'],
    ['%2e%2e', '/api/a/%252e%252e'],
    ['...', '/api/a/...'],
    ['\\', '/api/a/%5C'],
    ['ü 😀\r\n', '/api/a/%C3%BC%20%F0%9F%98%80%0D%0A'],
    [new Date(0), '/api/a/1970-01-01T00%3A00%3A00.000Z'],
    [['a/b', '..', 'c,d'], '/api/a/a%2Fb,..,c%2Cd'],
    [{ 'a/b': '../c' }, '/api/a/a%2Fb,..%2Fc'],
  ])('%o is encoded', async (value, url) => {
    expect((await sent('/a/{id}', [id], { id: value })).map((request) => request.url)).toEqual([url]);
  });

  test.each([
    ['simple', false, list, 'blue,black'],
    ['simple', true, list, 'blue,black'],
    ['simple', false, rgb, 'R,100,G,200'],
    ['simple', true, rgb, 'R=100,G=200'],
    ['label', false, 'blue', '.blue'],
    ['label', false, list, '.blue,black'],
    ['label', true, list, '.blue.black'],
    ['label', false, rgb, '.R,100,G,200'],
    ['label', true, rgb, '.R=100.G=200'],
    ['matrix', false, 'blue', ';id=blue'],
    ['matrix', false, list, ';id=blue,black'],
    ['matrix', true, list, ';id=blue;id=black'],
    ['matrix', false, rgb, ';id=R,100,G,200'],
    ['matrix', true, rgb, ';R=100;G=200'],
  ] as const)('style %s, explode %s of %j', async (style, explode, value, text) => {
    expect((await sent('/a/{id}/b', [{ ...id, style, explode }], { id: value })).map((request) => request.url)).toEqual(
      [`/api/a/${text}/b`],
    );
  });
});

describe('query', () => {
  const color = { key: 'color', name: 'color', in: 'query' } as const;

  test.each([
    [{}, 'blue', '?color=blue'],
    [{}, '', '?color='],
    [{}, 0, '?color=0'],
    [{}, undefined, ''],
    [{}, null, ''],
    [{}, [], ''],
    [{}, {}, ''],
    [{}, [undefined, 'a'], '?color=a'],
    [{}, list, '?color=blue&color=black'],
    [{}, rgb, '?R=100&G=200'],
    [{}, { a: { b: 1 } }, '?a=%7B%22b%22%3A1%7D'],
    [{}, "a&b=c+d/e'", "?color=a%26b%3Dc%2Bd%2Fe'"],
    [{ explode: false }, list, '?color=blue,black'],
    [{ explode: false }, ['a,b', 'c'], '?color=a%2Cb,c'],
    [{ explode: false }, rgb, '?color=R,100,G,200'],
    [{ style: 'spaceDelimited' }, list, '?color=blue%20black'],
    [{ style: 'spaceDelimited' }, rgb, '?color=R%20100%20G%20200'],
    [{ style: 'spaceDelimited', explode: true }, list, '?color=blue&color=black'],
    [{ style: 'pipeDelimited' }, list, '?color=blue%7Cblack'],
    [{ style: 'deepObject' }, rgb, '?color%5BR%5D=100&color%5BG%5D=200'],
    [
      { style: 'deepObject' },
      { a: { b: [1, { c: 2 }] }, d: undefined },
      '?color%5Ba%5D%5Bb%5D%5B0%5D=1&color%5Ba%5D%5Bb%5D%5B1%5D%5Bc%5D=2',
    ],
    [{ style: 'deepObject' }, 'x', '?color=x'],
    [
      { allowReserved: true },
      'https://a.b/c?d=e&f=g#h+[i] %20 %',
      '?color=https://a.b/c?d=e%26f=g%23h%2B%5Bi%5D%20%20%20%25',
    ],
    [{ content: 'application/json' }, { a: [1] }, '?color=%7B%22a%22%3A%5B1%5D%7D'],
    [{ content: 'text/plain' }, 'a b', '?color=a%20b'],
    [{ name: 'a[]&b' }, 'c', '?a%5B%5D%26b=c'],
  ] as const)('%j of %j', async (rest, value, query) => {
    expect((await sent('/a', [{ ...color, ...rest }], { color: value })).map((request) => request.url)).toEqual([
      `/api/a${query.replaceAll("'", '%27')}`,
    ]);
  });

  test('joins a query that the template holds', async () => {
    expect((await sent('/a?fixed=1', [color], { color: 'blue' })).map((request) => request.url)).toEqual([
      '/api/a?fixed=1&color=blue',
    ]);
  });

  test('a lone surrogate is refused', async () => {
    expect(await refused('/a', [color], { color: ['\udfff'] })).toEqual(
      'The query parameter "color" cannot be encoded.',
    );
  });

  test.each([
    ['application/x-www-form-urlencoded', { a: 'b c', d: [1, 2], e: { f: 1 } }, '?a=b%20c&d=1&d=2&e=%7B%22f%22%3A1%7D'],
    ['application/json', { a: 1 }, '?%7B%22a%22%3A1%7D'],
  ])('a whole query string as %s', async (content, value, query) => {
    expect(
      (await sent('/a', [{ key: 'q', name: 'q', in: 'querystring', content }], { q: value })).map(
        (request) => request.url,
      ),
    ).toEqual([`/api/a${query}`]);
  });
});

describe('header', () => {
  const header = { key: 'h', name: 'X-Thing', in: 'header' } as const;

  test.each([
    [{}, 'a, b%', 'a, b%'],
    [{}, list, 'blue,black'],
    [{}, rgb, 'R,100,G,200'],
    [{ explode: true }, rgb, 'R=100,G=200'],
    [{ content: 'application/json' }, rgb, '{"R":100,"G":200}'],
    [{ content: 'application/json' }, { a: 'é✓\u007f' }, '{"a":"\\u00e9\\u2713\\u007f"}'],
  ] as const)('%j of %j', async (rest, value, text) => {
    expect((await sent('/a', [{ ...header, ...rest }], { h: value })).map((request) => request.headers)).toEqual([
      { accept: 'application/json', 'x-thing': text },
    ]);
  });

  test.each(['a\r\nX-Evil: 1', 'a\nb', '\0', '\u2028', ['a', 'b\rc']])('%j is refused', async (value) => {
    expect(await refused('/a', [header], { h: value })).toEqual('GET /a needs a valid "X-Thing".');
  });

  test('the names that OpenAPI reserves are ignored', async () => {
    const parameters = ['Content-Type', 'accept', 'AUTHORIZATION'].map(
      (name) => ({ key: name, name, in: 'header' }) as const,
    );
    expect(
      (await sent('/a', parameters, { 'Content-Type': 'a/b', accept: 'c/d', AUTHORIZATION: 'e' })).map(
        (request) => request.headers,
      ),
    ).toEqual([{ accept: 'application/json' }]);
  });
});

describe('cookie', () => {
  test('values are encoded and joined', async () => {
    const parameters: Parameter[] = [
      { key: 'a', name: 'a', in: 'cookie' },
      { key: 'b', name: 'b', in: 'cookie' },
      { key: 'c', name: 'c', in: 'cookie', explode: false },
      { key: 'd', name: 'd', in: 'cookie', style: 'cookie' },
    ];
    const params = { a: 'x; evil=1\r\n', b: list, c: list, d: 'a:b%20c;d ü' };
    expect((await sent('/a', parameters, params)).map((request) => request.headers)).toEqual([
      {
        accept: 'application/json',
        cookie: 'a=x%3B%20evil%3D1%0D%0A; b=blue; b=black; c=blue,black; d=a:b%20c%3Bd%20%C3%BC',
      },
    ]);
  });
});
