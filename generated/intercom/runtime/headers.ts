import type { Operation } from './operation.js';
import { refuseValue } from './refuse-value.js';

/** Sets a header. Throws a TypeError that hides the value, which may be a secret, if that holds a line break or the like. */
export function setHeader(operation: Operation, headers: Headers, name: string, value: string): void {
  try {
    headers.set(name, value);
  } catch {
    refuseValue(operation, name);
  }
}
