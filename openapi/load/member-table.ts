import type { PointerSegment } from '../source/pointer.js';
import type { MemberOffsets } from './loaded-file.js';

/** A member of a file, by the table that tells of it: that of another file where it stands in a value that both have in common. */
export interface FoundMember {
  readonly table: MemberTable;
  readonly number: number;
  /** How much further on it stands than its table tells. */
  readonly moved: number;
}

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
  /** Where the text goes on after the value. */
  readonly #nexts: number[] = [];
  /** The number of the first member that is not inside the value. */
  readonly #ends: number[] = [];
  /** For a member whose value another file has too, the member there, whose table tells what is inside. */
  readonly #shared = new Map<number, FoundMember>();
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
    this.#nexts.push(value);
    return this.#ends.push(0) - 1;
  }

  /** Says that all members inside a member were added, and where the text goes on. */
  close(member: number, next: number): void {
    this.#nexts[member] = next;
    this.#ends[member] = this.#ends.length;
  }

  /** Says that the value of a member is that of a member of another file. */
  share(member: number, other: FoundMember): void {
    const moved = (this.#values[member] ?? 0) - (other.table.#values[other.number] ?? 0);
    this.#shared.set(member, { ...other, moved });
  }

  /** The file as a whole. */
  get top(): FoundMember {
    return { table: this, number: -1, moved: 0 };
  }

  /** The member of a name inside the value of a member of this table. */
  inside({ number, moved }: FoundMember, name: string): FoundMember | undefined {
    const shared = this.#shared.get(number);
    if (shared !== undefined) return shared.table.inside({ ...shared, moved: moved + shared.moved }, name);
    const inside = this.#membersIn(number + 1, this.#ends[number] ?? this.#ends.length).get(name);
    return inside === undefined ? undefined : { table: this, number: inside, moved };
  }

  /** Where the value of a member of this table begins, and where the text goes on after it. */
  spanOf({ number, moved }: FoundMember): readonly [start: number, next: number] {
    return [(this.#values[number] ?? this.#root) + moved, (this.#nexts[number] ?? this.#root) + moved];
  }

  locate(segments: readonly PointerSegment[]): MemberOffsets | undefined {
    let found = this.top;
    for (const segment of segments) {
      const inside = found.table.inside(found, segment);
      if (inside === undefined) return undefined;
      found = inside;
    }
    return found.table.#offsetsOf(found);
  }

  #offsetsOf({ number, moved }: FoundMember): MemberOffsets {
    const key = this.#names[number] === undefined ? undefined : this.#keys[number];
    return { key: key === undefined ? undefined : key + moved, value: (this.#values[number] ?? this.#root) + moved };
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
