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
  const [limit = 0, remaining = 0, reset = 0] = ['limit', 'remaining', 'reset'].map((name) =>
    Number(headers.get(`x-ratelimit-${name}`) || 'none'),
  );
  // Some servers state the seconds that are left, others the second since 1970.
  return remaining >= 0
    ? { limit, remaining, reset: new Date(reset * 1000 + (reset < 1e9 ? Date.now() : 0)) }
    : undefined;
}
