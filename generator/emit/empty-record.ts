/** A record without a prototype: every name of a document can be one of its keys. */
export function emptyRecord<T>(): Record<string, T> {
  // Object.create cannot state what it returns.
  return Object.create(null) as Record<string, T>;
}
