import { rateLimit } from './rate-limit.js';

/** Whether a failure may turn out better when asked again; without an answer there is no status. */
export function isTransient(status: number | undefined): boolean {
  return status === undefined || status === 408 || status === 429 || status >= 500;
}

/** Milliseconds to wait before the next attempt, at most 60,000: what the server says, else full jitter. */
export function retryDelay(headers: Headers | undefined, attempt: number, now: number = Date.now()): number {
  const after = headers?.get('retry-after');
  const seconds = Number(after);
  const limit = headers && rateLimit(headers, now);
  let told = -1;
  if (after) told = seconds || seconds === 0 ? seconds * 1000 : Date.parse(after) - now;
  else if (limit?.remaining === 0) told = limit.reset.getTime() - now;
  const random = Math.random();
  return told >= 0 ? Math.min(60_000, told + random * 100) : random * Math.min(30_000, 500 * 2 ** attempt);
}

/** Resolves after `ms` milliseconds; rejects with the reason of `signal` as soon as that is aborted. */
export function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
  });
}
