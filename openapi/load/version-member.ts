import { field, type Json, type JsonObject, setField } from '../source/json.js';
import type { JsonMembers } from './json-index.js';

export type MutableObject = Record<string, Json | undefined>;

/** Copying an object with more members takes longer than to put them one after another. */
const WORTH_COPYING = 32;

/** An object with the first of the members of another, some of them changed. */
export function withFirst(
  other: JsonObject,
  changed: ReadonlyMap<string, Json>,
  members: JsonMembers,
  count: number,
): MutableObject {
  if (count === members.size && count <= WORTH_COPYING) {
    const object: MutableObject = { ...other };
    for (const [name, value] of changed) setField(object, name, value);
    return object;
  }
  const object: MutableObject = {};
  for (let member = 0; member < count; member++) {
    const name = members.nameOf(member);
    setField(object, name, (changed.has(name) ? changed.get(name) : field(other, name)) ?? null);
  }
  return object;
}
