import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClient, placeObjects, placeParameters } from '../../../generator/runtime/index.js';
import { runs, seed } from '../../fuzz.js';
import { invoke } from './invoke.js';
import { rejection, serve } from './serve.js';

async function sent(path: string, params: object): Promise<unknown> {
  const server = await serve();
  await invoke(createClient({ baseUrl: server.url }), { method: 'GET', path, place: placeObjects }, params);
  return server.received.map(({ url }) => url);
}

test.each([
  [{}, '/a'],
  [{ filter: { user_id: '1', email: 'a@b', none: null, absent: undefined } }, '/a?user_id=1&email=a%40b'],
  [{ filter: { 'a&b': { c: [1] } }, page: 2 }, '/a?a%26b=%7B%22c%22%3A%5B1%5D%7D&page=2'],
  [{ filter: {} }, '/a'],
  [{ filter: null, page: undefined }, '/a'],
  [{ filter: [{ a: 1 }, null, 'x'] }, '/a?filter=%7B%22a%22%3A1%7D&filter=x'],
  [{ filter: new Date(0) }, '/a?filter=1970-01-01T00%3A00%3A00.000Z'],
  [{ filter: false, page: 0 }, '/a?filter=false&page=0'],
  [JSON.parse('{"filter":{"__proto__":"own"}}'), '/a?__proto__=own'],
  [{ other: { x: 1 } }, '/a'],
])('%j', async (params, url) => {
  expect(await sent('/a{?filter,page}', params)).toEqual([url]);
});

test('the path is filled and refused as in a plain operation', async () => {
  expect(await sent('/a/{id}{?filter}', { id: 'x/y', filter: { b: 1 } })).toEqual(['/a/x%2Fy?b=1']);
  const plain = { method: 'GET', path: '/a/{id}{?filter}', place: placeObjects };
  const error = await rejection(invoke(createClient({ baseUrl: 'http://localhost' }), plain, { id: '..' }));
  expect(error).toEqual(new TypeError('GET /a/{id} needs a valid "id".'));
});

test('values are written as with descriptions of every parameter', () => {
  const described = {
    name: '',
    method: 'GET',
    path: '/a',
    parameters: [{ key: 'v', name: 'v', in: 'query' }],
  } as const;
  const named = { name: '', method: 'GET', path: '/a{?v}' };
  const scalars = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.date({ noInvalidDate: true }),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(scalars, fc.array(tie('tree')), fc.dictionary(fc.string({ unit: 'grapheme' }), tie('tree'))),
  }));
  fc.assert(
    fc.property(tree, (v) => {
      const [short, long]: [string[], string[]] = [[], []];
      placeObjects(named, { v }, short, new Headers(), {});
      placeParameters(described, { v }, long, new Headers(), {});
      expect(short.join('&')).toBe(long.join('&'));
    }),
    { seed: seed(7), numRuns: runs(300) },
  );
});
