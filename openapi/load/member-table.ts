import type { PointerSegment } from '../source/pointer.js';
import type { MemberOffsets } from './loaded-file.js';

/**
 * Where each member of each container of a file stands, in lists of numbers: a file has many members, and few are ever asked for.
 * A member is followed by the members inside its value.
 */
export class MemberTable {
  readonly #root: number;
  /** `undefined` for the items of a list. */
  readonly #names: (string | undefined)[] = [];
  readonly #keys: number[] = [];
  readonly #values: number[] = [];
  /** The number of the first member that is not inside the value. */
  readonly #ends: number[] = [];
  readonly #known = new Map<number, ReadonlyMap<string, number>>();

  /** @param root the offset of the value of the file */
  constructor(root: number) {
    this.#root = root;
  }

  /** Adds a member of the innermost open container and opens it; gives its number. */
  open(name: string | undefined, key: number, value: number): number {
    this.#names.push(name);
    this.#keys.push(key);
    this.#values.push(value);
    return this.#ends.push(0) - 1;
  }

  /** Says that all members inside a member were added. */
  close(member: number): void {
    this.#ends[member] = this.#ends.length;
  }

  locate(segments: readonly PointerSegment[]): MemberOffsets | undefined {
    let found: MemberOffsets = { key: undefined, value: this.#root };
    let [start, end] = [0, this.#ends.length];
    for (const segment of segments) {
      const member = this.#membersIn(start, end).get(segment);
      if (member === undefined) return undefined;
      const key = this.#names[member] === undefined ? undefined : this.#keys[member];
      found = { key, value: this.#values[member] ?? this.#root };
      [start, end] = [member + 1, this.#ends[member] ?? end];
    }
    return found;
  }

  #membersIn(start: number, end: number): ReadonlyMap<string, number> {
    const known = this.#known.get(start);
    if (known !== undefined) return known;
    const members = new Map<string, number>();
    for (let member = start; member < end; member = this.#ends[member] ?? end) {
      members.set(this.#names[member] ?? String(members.size), member);
    }
    // A scalar has no members; what stands after it would be remembered under the same number.
    if (start < end) this.#known.set(start, members);
    return members;
  }
}
