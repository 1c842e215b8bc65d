import type { PointerSegment } from '../source/pointer.js';
import type { MemberOffsets } from './loaded-file.js';

/** A member of a file, by the table that tells of it: that of another file where it stands in a value that both have in common. */
export interface FoundMember {
  readonly table: MemberTable;
  readonly number: number;
  /** How much further on it stands than its table tells. */
  readonly moved: number;
}

/** What is kept of a member: where its key and its value begin, where the text goes on after it, and the first member not inside it. */
const FIELDS = 4;
const KEY = 0;
const VALUE = 1;
const NEXT = 2;
const END = 3;

/**
 * Where each member of each container of a file stands, in lists of numbers: a file has many members, and few are ever asked for.
 * A member is followed by the members inside its value.
 */
export class MemberTable {
  readonly #root: number;
  /** `undefined` for the items of a list. */
  readonly #names: (string | undefined)[] = [];
  /** The numbers of a member one after another. An array of numbers is nothing to look through when memory is collected. */
  #numbers = new Int32Array(64 * FIELDS);
  /** For a member whose value another file has too, the member there, whose table tells what is inside. */
  readonly #shared = new Map<number, FoundMember>();
  readonly #known = new Map<number, ReadonlyMap<string, number>>();

  /** @param root the offset of the value of the file */
  constructor(root: number) {
    this.#root = root;
  }

  /** Adds a member of the innermost open container and opens it; gives its number. */
  open(name: string | undefined, key: number, value: number): number {
    const member = this.#names.push(name) - 1;
    const at = member * FIELDS;
    if (at === this.#numbers.length) this.#grow();
    this.#numbers[at + KEY] = key;
    this.#numbers[at + VALUE] = value;
    return member;
  }

  /** Says that all members inside a member were added, and where the text goes on. */
  close(member: number, next: number): void {
    const at = member * FIELDS;
    this.#numbers[at + NEXT] = next;
    this.#numbers[at + END] = this.#names.length;
  }

  #grow(): void {
    const numbers = new Int32Array(this.#numbers.length * 2);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
  }

  /** One of the numbers of a member; `undefined` for the file as a whole. */
  #number(member: number, field: number): number | undefined {
    return this.#numbers[member * FIELDS + field];
  }

  /** Says that the value of a member is that of a member of another file. */
  share(member: number, other: FoundMember): void {
    const moved = (this.#number(member, VALUE) ?? 0) - (other.table.#number(other.number, VALUE) ?? 0);
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
    const inside = this.#membersIn(number + 1, this.#number(number, END) ?? this.#names.length).get(name);
    return inside === undefined ? undefined : { table: this, number: inside, moved };
  }

  /** Where the value of a member of this table begins, and where the text goes on after it. */
  spanOf({ number, moved }: FoundMember): readonly [start: number, next: number] {
    return [(this.#number(number, VALUE) ?? this.#root) + moved, (this.#number(number, NEXT) ?? this.#root) + moved];
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
    const key = this.#names[number] === undefined ? undefined : this.#number(number, KEY);
    return {
      key: key === undefined ? undefined : key + moved,
      value: (this.#number(number, VALUE) ?? this.#root) + moved,
    };
  }

  #membersIn(start: number, end: number): ReadonlyMap<string, number> {
    const known = this.#known.get(start);
    if (known !== undefined) return known;
    const members = new Map<string, number>();
    for (let member = start; member < end; member = this.#number(member, END) ?? end) {
      members.set(this.#names[member] ?? String(members.size), member);
    }
    // A scalar has no members; what stands after it would be remembered under the same number.
    if (start < end) this.#known.set(start, members);
    return members;
  }
}
