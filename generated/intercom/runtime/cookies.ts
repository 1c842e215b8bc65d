import { setHeader } from './headers.js';
import type { Operation } from './operation.js';

/** Adds encoded pairs to the `Cookie` header. */
export function addCookies(operation: Operation, headers: Headers, ...pairs: readonly string[]): void {
  const all = [headers.get('Cookie'), ...pairs].filter(Boolean);
  if (all.length) setHeader(operation, headers, 'Cookie', all.join('; '));
}
