import { field, isObject, type Json } from '../source/json.js';
import type { Origin } from '../source/origin.js';

/** The value at an origin; `undefined` where nothing stands there. */
export function rawAt(root: Json | undefined, { parent, key }: Origin): Json | undefined {
  // Each operation is looked up: going up the origins takes no list of them.
  return parent === undefined ? root : memberAt(rawAt(root, parent), key);
}

/** What a value has under a key, or at a place. */
export function memberAt(raw: Json | undefined, key: string): Json | undefined {
  if (isObject(raw)) return field(raw, key);
  return Array.isArray(raw) ? raw[Number(key)] : undefined;
}

/** The components of a document that stand in a section. */
export function componentsIn(root: Json | undefined, section: string): Json | undefined {
  return memberAt(memberAt(root, 'components'), section);
}
