/** Refuses what a caller gave. */
export function refuse(message: string): never {
  throw new TypeError(message);
}
