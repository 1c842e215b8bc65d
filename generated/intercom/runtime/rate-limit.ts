/** What the server says about its limit, from the `X-RateLimit-*` headers. */
export interface RateLimit {
  /** Calls per window; NaN if not stated. */
  readonly limit: number;
  /** Calls left in this window. */
  readonly remaining: number;
  /** When the window ends; an invalid date if not stated. */
  readonly reset: Date;
}

/** The rate limit that `headers` state, or undefined. */
export function rateLimit(headers: Headers): RateLimit | undefined {
  const read = (name: string): number => +(headers.get(`x-ratelimit-${name}`) || '-');
  const remaining = read('remaining');
  const reset = read('reset');
  if (!(remaining >= 0)) return undefined;
  return {
    limit: read('limit'),
    remaining,
    // Some servers state the seconds that are left, others the second since 1970 or the millisecond.
    reset: new Date(reset > 1e11 ? reset : reset * 1000 + (reset < 1e9 ? Date.now() : 0)),
  };
}
