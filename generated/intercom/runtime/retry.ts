import { rateLimit } from './rate-limit.js';

/**
 * Milliseconds to wait before the next attempt: what the server says, else full jitter. Undefined if another attempt
 * would not help, or has to wait for more than a minute; without an answer there is no response.
 */
export function retryDelay(response: Response | undefined, attempt: number): number | undefined {
  const { status = 500, headers } = response ?? {};
  if (status < 500 && status !== 408 && status !== 429) return undefined;
  const after = headers?.get('retry-after');
  const limit = headers && rateLimit(headers);
  const seconds = +(after || '-');
  // Where there is no limit, plus makes NaN of undefined.
  const end = after ? Date.parse(after) : limit?.remaining ? 0 : +(limit?.reset as Date);
  const told = seconds >= 0 ? seconds * 1000 : end - Date.now();
  if (told > 60_000) return undefined;
  const random = Math.random();
  return told >= 0 ? told + random * 100 : random * Math.min(30_000, 250 * 2 ** attempt);
}
