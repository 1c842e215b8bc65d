import type { Origin } from '../source/origin.js';

/** A name for a value that becomes a component: its key, else the name of its file, with a number where that is taken. */
export function componentName(origin: Origin, isTaken: (name: string) => boolean): string {
  const file = origin.file.split('/').at(-1) ?? '';
  const key = origin.key === '' ? file.replace(/\.[^.]*$/, '') : origin.key;
  const base = key.replace(/[^A-Za-z0-9._-]/g, '_') || 'external';
  let name = base;
  for (let number = 2; isTaken(name); number++) name = `${base}_${number}`;
  return name;
}

/** A fragment that {@link parsePointer} reads back; half a surrogate pair has no percent-encoding and stays. */
export function encodePointer(pointer: string): string {
  return /\p{Surrogate}/u.test(pointer) ? pointer.replaceAll('%', '%25') : encodeURI(pointer);
}
