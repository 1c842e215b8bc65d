/**
 * A JSON value as documents hold it. An integer outside ±(2^53 − 1) is a `bigint`, so that no digit is lost.
 * Objects may own any key, `__proto__` included: read them with {@link field} and `Object.keys`.
 */
export type Json = null | boolean | number | bigint | string | readonly Json[] | JsonObject;

/** A JSON object; a missing key reads as `undefined`. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The own value of `key`, never one inherited from a prototype. */
export function field(object: JsonObject, key: string): Json | undefined {
  // Most fields asked for are absent; only one that is there may be an inherited one.
  const value = object[key];
  return value === undefined || Object.hasOwn(object, key) ? value : undefined;
}

/** Writes an own key, also one that objects inherit: `__proto__`, or any other where prototypes are frozen. */
export function setField(object: Record<string, Json | undefined>, key: string, value: Json): void {
  if (key in object && !Object.hasOwn(object, key)) {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[key] = value;
  }
}

/**
 * An empty object for members of which the first has its key at an offset of a text. Beside a key that is a number, as a status is,
 * V8 makes room for all numbers up to it; an object that once was read from JSON has room for those that are there.
 */
export function emptyFor(text: string, offset: number): Record<string, Json | undefined> {
  const code = text.charCodeAt(offset);
  const isQuote = code === 0x22 || code === 0x27;
  if (!isDigit(isQuote ? text.charCodeAt(offset + 1) : code)) return {};
  const object: Record<string, Json | undefined> = JSON.parse('{"200": null}');
  delete object['200'];
  return object;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** The name of a value's JSON type, for messages. */
export function describeType(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return 'a string';
  return typeof value === 'boolean' ? 'a boolean' : 'a number';
}
