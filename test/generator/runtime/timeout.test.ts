import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { expect, test, vi } from 'vitest';
import { createClient, type TimeoutError } from '../../../generator/runtime/index.js';
import { invoke } from './invoke.js';
import { rejection, serve } from './serve.js';

const get = { method: 'GET', path: '/' } as const;

test('a call takes no longer than its limit, an answer that stops included', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const server = await serve((_request, number, response) => {
    if (number > 1) response.writeHead(200, { 'content-type': 'application/json' }).write('{');
    return undefined;
  });
  const error = (await rejection(invoke(createClient({ baseUrl: server.url }, { timeout: 250 }), get))) as TimeoutError;
  expect({ text: String(error), status: error.status, sent: server.received.length }).toEqual({
    text: 'TimeoutError: GET / exceeded 250 ms',
    status: undefined,
    sent: 3,
  });
  expect(
    String(
      await rejection(invoke(createClient({ baseUrl: server.url }), { ...get, method: 'POST' }, {}, { timeout: 40 })),
    ),
  ).toEqual('TimeoutError: POST / exceeded 40 ms');
});

test.each([0, Number.POSITIVE_INFINITY, 2 ** 40])('a limit of %d is none', async (timeout) => {
  const server = await serve((_request, _number, response) => {
    setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).end('1'), 30);
    return undefined;
  });
  expect(await invoke(createClient({ baseUrl: server.url }, { timeout }), get)).toEqual(1);
});

test('the limit of an attempt does not end the wait for the next', async () => {
  const server = await serve((_request, number) =>
    number === 1 ? { status: 503, headers: { 'retry-after': '0.3' } } : {},
  );
  expect(await invoke(createClient({ baseUrl: server.url }, { timeout: 150 }), get)).toEqual({});
});

test("the caller's reason is thrown unchanged from a call that is not sent again", async () => {
  const server = await serve(() => undefined);
  const controller = new AbortController();
  const reason = new RangeError('closed');
  setTimeout(() => controller.abort(reason), 30);
  const post = invoke(
    createClient({ baseUrl: server.url }),
    { ...get, method: 'POST' },
    {},
    { signal: controller.signal },
  );
  expect(await rejection(post)).toBe(reason);
});

test.each(['before', 'during', 'body', 'wait'])("the caller's reason is thrown unchanged: %s", async (when) => {
  const server = await serve((_request, _number, response) => {
    if (when === 'wait') return { status: 503, headers: { 'retry-after': '30' } };
    if (when === 'body') response.writeHead(200, { 'content-type': 'application/json' }).write('{');
    return undefined;
  });
  const controller = new AbortController();
  const reason = { why: 'closed' };
  if (when === 'before') controller.abort(reason);
  else setTimeout(() => controller.abort(reason), 60);
  const remove = vi.spyOn(controller.signal, 'removeEventListener');
  const pending = invoke(createClient({ baseUrl: server.url }), get, {}, { signal: controller.signal });
  const start = performance.now();
  expect(await rejection(pending.safe())).toBe(reason);
  expect([performance.now() - start < 5000, server.received.length]).toEqual([true, when === 'before' ? 0 : 1]);
  expect(remove.mock.calls.length).toEqual(1);
});

test.each(['at once', 'later'])('an abort in the hook of a retry ends the wait: %s', async (when) => {
  const server = await serve({ status: 503, headers: { 'retry-after': '30' } });
  const controller = new AbortController();
  const onRetry = async (): Promise<void> => {
    if (when === 'later') await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort('enough');
  };
  const start = performance.now();
  const call = invoke(createClient({ baseUrl: server.url }, { onRetry }), get, {}, { signal: controller.signal });
  expect([await rejection(call), performance.now() - start < 5000, server.received.length]).toEqual([
    'enough',
    true,
    1,
  ]);
});

test('the process ends as soon as the answer is there', async () => {
  const server = await serve({ body: '{"id":1}' });
  const contents = `import { bare, createClient } from './generator/runtime/index.ts';
    const client = createClient({ baseUrl: ${JSON.stringify(server.url)} });
    console.log(JSON.stringify(await bare('GET /')(client)));`;
  const bundle = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const program = bundle.outputFiles[0]?.text ?? '';
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    timeout: 20_000,
  });
  expect(stdout).toEqual('{"id":1}\n');
});
