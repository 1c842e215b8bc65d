import { join } from 'node:path';
import type { HttpHandler } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { readPath } from '../../documents.js';
import { type GeneratedExtras, generatedExtras } from './generated.js';

type Handlers = () => HttpHandler[];
type Handler = (answer?: unknown) => HttpHandler;

let at: GeneratedExtras;
let module: { readonly handlers: Handlers } & Record<string, Handler | Handlers>;
let server: ReturnType<typeof setupServer>;

beforeAll(async () => {
  at = generatedExtras();
  await at.add('everything', await readPath(join(import.meta.dirname, 'fixtures/everything.yaml')));
  // What the module exports is held by the compiler, in the other test.
  module = (await at.load('everything/msw.ts')) as typeof module;
  server = setupServer(...module.handlers());
  server.listen({ onUnhandledRequest: 'error' });
});

afterAll(() => {
  server?.close();
  at.end();
});

/** It tells on the console what it does not answer. */
function hush(): void {
  vi.spyOn(console, 'error').mockImplementation(() => {});
}

afterEach(() => vi.restoreAllMocks());

async function ask(method: string, path: string): Promise<readonly [number, string | null, string]> {
  const response = await fetch(`https://anywhere.example/v1${path}`, { method });
  return [response.status, response.headers.get('content-type'), await response.text()];
}

test('every operation is answered with an example that fits, on any origin', async () => {
  expect(await ask('GET', '/trees?per_page=2')).toEqual([200, 'application/json', '[{"size":3,"parts":[]}]']);
  expect(await ask('POST', '/trees')).toEqual([
    201,
    'application/problem+json; charset=utf-8',
    '{"id":"text","kind":"small"}',
  ]);
  expect(await ask('GET', '/trees/a%2Fb')).toEqual([
    200,
    'application/json',
    '{"size":1,"parts":[{"size":1,"parts":[]}]}',
  ]);
  expect(await ask('DELETE', '/trees/7')).toEqual([204, null, '']);
  expect(await ask('GET', '/trees/7/picture.png')).toEqual([200, 'image/png', '']);
});

test('a fixed path goes before one that takes anything', async () => {
  expect(await ask('GET', '/trees/newest')).toEqual([200, 'application/json', '{"isNewest":true}']);
});

test('an example may have more digits than a number holds', async () => {
  expect(await ask('GET', '/large')).toEqual([
    200,
    'application/json',
    JSON.stringify({ most: 9007199254740996, one: 2 ** 63 }),
  ]);
});

test('an example says of itself which alternative it is', async () => {
  expect(JSON.parse((await ask('GET', '/animals'))[2])).toEqual({
    named: { is: 'Cat' },
    mapped: { is: 'purrs' },
    heir: { is: 'Oak', height: 1 },
    size: 1,
    code: '/v1/aa.1',
  });
});

test('an answer of the caller takes the place of the example', async () => {
  server.use((module['getTreeHandler'] as Handler)({ size: 9 }));
  expect(await ask('GET', '/trees/7')).toEqual([200, 'application/json', '{"size":9}']);
  server.resetHandlers();
});

test('where no value fits, the caller is told', async () => {
  hush();
  expect((await ask('GET', '/impossible'))[0]).toBe(500);
});

test('what is not in the document is not answered', async () => {
  hush();
  await expect(ask('GET', '/tree')).rejects.toThrow();
  await expect(ask('GET', '/x/trees')).rejects.toThrow();
});
