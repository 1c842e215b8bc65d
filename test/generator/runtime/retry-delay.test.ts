import { expect, test, vi } from 'vitest';
import { type ClientError, createClient } from '../../../generator/runtime/index.js';
import { retryDelay } from '../../../generator/runtime/retry.js';
import { invoke } from './invoke.js';
import { rejection, serve } from './serve.js';

const now = Date.UTC(2025, 0, 1);
const after = (value: string) => ({ 'retry-after': value });
const reset = (value: number, remaining = '0') => ({
  'x-ratelimit-remaining': remaining,
  'x-ratelimit-reset': `${value}`,
});

test.each<[string, Record<string, string> | undefined, number, number, number | undefined]>([
  ['least', undefined, 1, 0, 0],
  ['half of the first', undefined, 1, 0.5, 250],
  ['half of the third', undefined, 3, 0.5, 1000],
  ['half of the most', undefined, 30, 0.5, 16_000],
  ['Retry-After in seconds', after('2'), 1, 0, 2000],
  ['Retry-After with jitter', after('2'), 1, 0.5, 2250],
  ['Retry-After of zero', after('0'), 5, 0, 0],
  ['Retry-After in fractions', after('0.25'), 1, 0, 250],
  ['Retry-After as a date', after('Wed, 01 Jan 2025 00:00:03 GMT'), 1, 0, 3000],
  ['Retry-After as a date of another zone', after('Wed, 01 Jan 2025 01:00:03 +0100'), 1, 0, 3000],
  ['Retry-After said twice', after('1, 1'), 1, 0.5, 250],
  ['Retry-After past all bounds', after('1e99'), 1, 0.5, undefined],
  ['Retry-After of a minute', after('60'), 1, 0, 60_000],
  ['Retry-After of more: no use in asking again', after('61'), 1, 0.5, undefined],
  ['Retry-After in the past', after('Wed, 01 Jan 2020 00:00:00 GMT'), 1, 0.5, 250],
  ['Retry-After of nonsense', after('soon'), 1, 0.5, 250],
  ['Retry-After below zero', after('-5'), 1, 0.5, 250],
  ['Retry-After before the limit', { ...after('1'), ...reset(now / 1000 + 9) }, 1, 0, 1000],
  ['reset at a second', reset(now / 1000 + 5), 1, 0, 5000],
  ['reset in seconds', reset(5), 1, 0, 5000],
  ['reset at a millisecond', reset(now + 5000), 1, 0, 5000],
  ['reset that is far', reset(now / 1000 + 500), 1, 0, undefined],
  ['reset with calls left', reset(now / 1000 + 5, '1'), 1, 0.5, 250],
  ['no reset', { 'x-ratelimit-remaining': '0' }, 1, 0.5, 250],
])('%s', async (_, headers, attempt, random, expected) => {
  vi.spyOn(Math, 'random').mockReturnValue(random);
  vi.useFakeTimers({ now, toFake: ['Date'] });
  const fetch = async (): Promise<Response> => {
    if (!headers) throw new TypeError('fetch failed');
    return new Response(null, { status: 429, headers });
  };
  const client = createClient({ baseUrl: 'https://api.example.com' }, { fetch, maxRetries: 0 });
  const error = (await rejection(invoke(client, { method: 'GET', path: '/' }))) as ClientError;
  const delay = (): number => retryDelay(error, attempt);
  if (expected === undefined) expect(delay).toThrow(error);
  else expect(delay()).toEqual(expected);
  vi.useRealTimers();
});

test('a call waits as the server says', async () => {
  const server = await serve((_request, number) => (number === 1 ? { status: 429, headers: after('0.3') } : {}));
  const start = performance.now();
  await invoke(createClient({ baseUrl: server.url }), { method: 'GET', path: '/' });
  expect([performance.now() - start >= 290, server.received.length]).toEqual([true, 2]);
});

test('a call waits for the reset of the limit', async () => {
  const server = await serve((_request, number) => (number === 1 ? { status: 429, headers: reset(1) } : {}));
  const start = performance.now();
  await invoke(createClient({ baseUrl: server.url }), { method: 'GET', path: '/' });
  expect([performance.now() - start >= 990, server.received.length]).toEqual([true, 2]);
});

test('a call that would wait too long fails at once and says how long', async () => {
  const server = await serve({ status: 429, headers: after('3600') });
  const start = performance.now();
  const error = await rejection(invoke(createClient({ baseUrl: server.url }), { method: 'GET', path: '/' }));
  expect(error).toMatchObject({ status: 429 });
  expect([performance.now() - start < 1000, server.received.length]).toEqual([true, 1]);
});
