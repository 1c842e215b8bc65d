import { setHeader } from './headers.js';

/** Adds encoded pairs to the `Cookie` header. */
export function addCookies(headers: Headers, ...pairs: readonly string[]): void {
  const all = [headers.get('Cookie'), ...pairs].filter(Boolean);
  if (all.length) setHeader(headers, 'Cookie', all.join('; '));
}
