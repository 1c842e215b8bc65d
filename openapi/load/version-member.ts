import { field, type Json, type JsonObject, setField } from '../source/json.js';
import type { MemberOffsets } from './loaded-file.js';

/** A member of a container, and where it stands in the text of another version. */
export type Member = readonly [name: string, at: MemberOffsets];

export type MutableObject = Record<string, Json | undefined>;

/** Where the text of a member begins; the end of the container where there is none. */
export function startOf(member: Member | undefined, end: number): number {
  return member === undefined ? end : (member[1].key ?? member[1].value);
}

/** An object with the first of the members of another. */
export function withFirst(object: JsonObject, members: readonly Member[], count: number): MutableObject {
  const first: MutableObject = {};
  for (const [name] of members.slice(0, count)) setField(first, name, field(object, name) ?? null);
  return first;
}
