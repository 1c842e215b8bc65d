import { describe, expect, test } from 'vitest';
import { createClient } from '../../../generator/runtime/index.js';
import { invoke } from './invoke.js';
import { rejection, serve } from './serve.js';

async function sent(path: string, params: object): Promise<unknown> {
  const server = await serve();
  await invoke(createClient({ baseUrl: `${server.url}/api/` }), { method: 'GET', path }, params);
  return server.received.map(({ url }) => url);
}

async function refused(params: object): Promise<unknown> {
  const server = await serve();
  const error = await rejection(
    invoke(createClient({ baseUrl: server.url }), { method: 'GET', path: '/a/{id}/b' }, params),
  );
  expect(server.received).toEqual([]);
  return error;
}

describe('a path value', () => {
  const error = new TypeError('GET /a/{id}/b needs a valid "id".');

  test.each([undefined, null, '', '.', '..', [], [''], ['..'], [undefined]])('%j is refused', async (id) => {
    expect(await refused({ id })).toEqual(error);
  });

  test('that is not there is refused', async () => {
    expect(await refused({})).toEqual(error);
  });

  test('a lone surrogate is refused', async () => {
    expect(await refused({ id: '\ud800' })).toBeInstanceOf(URIError);
  });

  test.each([
    ['5', '5'],
    [0, '0'],
    [false, 'false'],
    [12n, '12'],
    ['a/../b', 'a%2F..%2Fb'],
    ['?x#y&z', '%3Fx%23y%26z'],
    ['%2e%2e', '%252e%252e'],
    ['...', '...'],
    ['\\', '%5C'],
    ['ü 😀\r\n', '%C3%BC%20%F0%9F%98%80%0D%0A'],
    ['{other}', '%7Bother%7D'],
    [new Date(0), '1970-01-01T00%3A00%3A00.000Z'],
    [['a,b', '..'], 'a%2Cb,..'],
  ])('%o is encoded', async (id, text) => {
    expect(await sent('/a/{id}/b', { id, other: 'x' })).toEqual([`/api/a/${text}/b`]);
  });
});

test.each([
  [{}, ''],
  [{ a: undefined, b: null }, ''],
  [{ a: [] }, ''],
  [{ a: '' }, '?a='],
  [{ a: 0, b: false }, '?a=0&b=false'],
  [{ a: 'x&y=z+1 #', b: 'ü' }, '?a=x%26y%3Dz%2B1%20%23&b=%C3%BC'],
  [{ a: ['x', 2, undefined, null, 'y,z'] }, '?a=x&a=2&a=y%2Cz'],
  [{ a: new Date(0) }, '?a=1970-01-01T00%3A00%3A00.000Z'],
  [{ c: 'not named' }, ''],
])('a query of %j', async (params, query) => {
  expect(await sent('/a{?a,b}', params)).toEqual([`/api/a${query}`]);
});
