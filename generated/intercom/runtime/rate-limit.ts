/** What the server says about its limit, from the `X-RateLimit-*` headers. */
export interface RateLimit {
  /** Calls per window; NaN if not stated. */
  readonly limit: number;
  /** Calls left in this window; NaN if not stated. */
  readonly remaining: number;
  /** When the window ends; an invalid date if not stated. */
  readonly reset: Date;
}

/** The rate limit that `headers` state, or undefined; `now` is in milliseconds since 1970. */
export function rateLimit(headers: Headers, now: number = Date.now()): RateLimit | undefined {
  const read = (name: string): number => Number(headers.get(`x-ratelimit-${name}`) || undefined);
  const limit = read('limit');
  const remaining = read('remaining');
  const reset = read('reset');
  if (!(limit >= 0 || remaining >= 0)) return undefined;
  // Some servers state the seconds that are left, others the second since 1970.
  return { limit, remaining, reset: new Date(reset * 1000 + (reset < 1e9 ? now : 0)) };
}
