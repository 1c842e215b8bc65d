import { field, isArray, isObject, type Json } from '../../openapi/source/json.js';
import { canonical } from '../../openapi/source/stringify.js';

/**
 * Whether a value is what a pattern says in part: an object has at least the fields of the pattern, a list at least an item for
 * each of its items, and everything else is equal. Null stands for what is not there.
 */
export function isPart(pattern: Json, value: Json | undefined): boolean {
  if (pattern === null) return value === undefined || value === null;
  if (value === undefined) return false;
  if (isArray(pattern)) {
    return isArray(value) && pattern.every((item: Json) => value.some((candidate: Json) => isPart(item, candidate)));
  }
  if (isObject(pattern)) {
    if (!isObject(value)) return false;
    return Object.keys(pattern).every((key) => isPart(field(pattern, key) ?? null, field(value, key)));
  }
  return canonical(pattern) === canonical(value);
}
