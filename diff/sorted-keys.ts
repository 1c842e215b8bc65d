import { field, isArray, isObject, type Json, setField } from '../openapi/source/json.js';

/** The same value with the keys of every object sorted, so that their order in a document leaves no trace. */
export function withSortedKeys(value: Json): Json {
  if (isArray(value)) return value.map(withSortedKeys);
  if (!isObject(value)) return value;
  const sorted: Record<string, Json | undefined> = {};
  for (const key of Object.keys(value).sort()) setField(sorted, key, withSortedKeys(field(value, key) ?? null));
  return sorted;
}
