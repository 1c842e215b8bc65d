import { field, type Json, type JsonObject, setField } from '../source/json.js';
import type { MemberOffsets } from './loaded-file.js';

/** A member of a container, and where it stands in the text of another version. */
export type Member = readonly [name: string, at: MemberOffsets];

export type MutableObject = Record<string, Json | undefined>;

/** Where the text of a member begins; the end of the container where there is none. */
export function startOf(member: Member | undefined, end: number): number {
  return member === undefined ? end : (member[1].key ?? member[1].value);
}

/** Copying an object with more members takes longer than to put them one after another. */
const WORTH_COPYING = 32;

/** An object with the first of the members of another, some of them changed. */
export function withFirst(
  other: JsonObject,
  changed: ReadonlyMap<string, Json>,
  members: readonly Member[],
  count: number,
): MutableObject {
  if (count === members.length && count <= WORTH_COPYING) {
    const object: MutableObject = { ...other };
    for (const [name, value] of changed) setField(object, name, value);
    return object;
  }
  const object: MutableObject = {};
  for (let index = 0; index < count; index++) {
    const [name = ''] = members[index] ?? [];
    setField(object, name, (changed.has(name) ? changed.get(name) : field(other, name)) ?? null);
  }
  return object;
}
