import { refuse } from './refuse.js';
/** Sets a header. Throws a TypeError that hides the value, which may be a secret, if that holds a line break or the like. */
export function setHeader(headers: Headers, name: string, value: string): void {
  try {
    headers.set(name, value);
  } catch {
    refuse(`The header "${name}" cannot hold this value.`);
  }
}
