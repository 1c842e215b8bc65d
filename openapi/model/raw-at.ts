import { field, isObject, type Json } from '../source/json.js';

/** The value that keys and places lead to from another; `undefined` where they lead nowhere. */
export function rawAt(root: Json | undefined, segments: readonly string[]): Json | undefined {
  let raw = root;
  for (const segment of segments) {
    if (isObject(raw)) raw = field(raw, segment);
    else raw = Array.isArray(raw) ? raw[Number(segment)] : undefined;
  }
  return raw;
}
