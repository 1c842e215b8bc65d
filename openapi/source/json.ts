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

/** The name of a value's JSON type, for messages. */
export function describeType(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return 'a string';
  return typeof value === 'boolean' ? 'a boolean' : 'a number';
}
