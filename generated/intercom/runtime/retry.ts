import type { ClientError } from './errors.js';
import type { RateLimit } from './rate-limit.js';

/** What an error knows of the answer; without one there is no status, which is as good as a failure of the server. */
interface Failure extends ClientError {
  readonly status?: number;
  readonly rateLimit?: RateLimit | undefined;
}

/**
 * Milliseconds to wait after the attempt that failed with `error`: what the server says, at least, and full jitter. Throws the
 * error if another attempt would not help, or has to wait for more than a minute.
 */
export function retryDelay(error: Failure, attempt: number): number {
  const { response, rateLimit, status = 500 } = error;
  const after = response?.headers.get('retry-after');
  const end = after
    ? +after >= 0
      ? +after * 1000 + Date.now()
      : Date.parse(after)
    : rateLimit?.remaining
      ? 0
      : // Where there is no limit, plus makes NaN of undefined.
        +(rateLimit?.reset as Date);
  const told = end - Date.now();
  if (!/408|429|5../.test(`${status}`) || told > 60_000) throw error;
  return (told > 0 ? told : 0) + Math.random() * 250 * 2 ** Math.min(attempt, 7);
}
