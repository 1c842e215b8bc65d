import type { Json } from '../source/json.js';
import type { MemberOffsets } from './loaded-file.js';

export type MutableObject = Record<string, Json | undefined>;

/** A mapping or sequence that is still open. */
export interface Frame {
  readonly container: MutableObject | Json[];
  readonly members: Map<string, MemberOffsets>;
  readonly anchor: string | undefined;
  readonly start: number;
  readonly merges: { readonly offset: number; readonly value: Json }[];
  key: string | undefined;
  keyOffset: number;
  isMergeKey: boolean;
  /** The key or index of the member that was added last. */
  lastKey: string;
  /** Values inside, aliases written out. */
  size: number;
  /** Containers from this one to the innermost, aliases written out. */
  depth: number;
}

/** What an anchor names, and how much of it there is. */
export interface Anchored {
  readonly value: Json;
  readonly size: number;
  readonly depth: number;
}

export function openFrame(
  container: MutableObject | Json[],
  members: Map<string, MemberOffsets>,
  anchor: string | undefined,
  start: number,
): Frame {
  return {
    container,
    members,
    anchor,
    start,
    merges: [],
    key: undefined,
    keyOffset: start,
    isMergeKey: false,
    lastKey: '',
    size: 1,
    depth: 1,
  };
}
