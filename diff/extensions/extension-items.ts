import { isArray, isObject, type Json } from '../../openapi/source/json.js';
import { canonical } from '../../openapi/source/stringify.js';

/** The members of a set, which is written as a list, as the keys of a map, or as one value. */
export function itemsOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  if (isArray(value)) return value;
  return isObject(value) ? Object.keys(value) : [value];
}

/** The members of one set that are not in the other. */
export function withoutItems(value: Json | undefined, other: Json | undefined): readonly Json[] {
  const known = new Set(itemsOf(other).map((item) => canonical(item)));
  return itemsOf(value).filter((item) => !known.has(canonical(item)));
}

/** Whether a flag, or what stands in its place, promises something. */
export function isPromised(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== false;
}
