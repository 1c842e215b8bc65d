import type { PointerSegment } from '../source/pointer.js';
import { type Brackets, endOfString, JsonOutline } from './json-outline.js';
import type { JsonText } from './json-text.js';
import type { MemberOffsets } from './loaded-file.js';

/**
 * Finds values in valid JSON text by pointer. Only the members of the containers on the way are looked at, each container once;
 * the brackets say where to go on after a member.
 */
export class JsonIndex {
  readonly #source: JsonText;
  readonly #text: string;
  readonly #members = new Map<number, JsonMembers>();
  #brackets: Brackets | undefined;

  /** @param brackets those of the text, where they are known already */
  constructor(source: JsonText, brackets?: Brackets) {
    this.#source = source;
    this.#text = source.text;
    this.#brackets = brackets;
  }

  locate(segments: readonly PointerSegment[]): MemberOffsets | undefined {
    let found: MemberOffsets = { key: undefined, value: skipSpace(this.#text, 0) };
    for (const segment of segments) {
      const member = this.membersOf(found.value).get(segment);
      if (member === undefined) return undefined;
      found = member;
    }
    return found;
  }

  /** The members of the container at an offset; none where a scalar stands. */
  membersOf(start: number): JsonMembers {
    const known = this.#members.get(start);
    if (known !== undefined) return known;
    const open = this.#text[start];
    const members = new JsonMembers(this.#source, open === '[');
    this.#members.set(start, members);
    if (open === '{') this.#addMembers(members, start);
    if (open === '[') this.#addItems(members, start);
    return members;
  }

  #addMembers({ starts, values }: JsonMembers, start: number): void {
    const text = this.#text;
    const close = this.closeOf(start);
    // Nothing but space and a comma stands between a value and the next key.
    let key = text.indexOf('"', start);
    while (key >= 0 && key < close) {
      const value = skipSpace(text, text.indexOf(':', endOfString(text, key)) + 1);
      starts.push(key);
      values.push(value);
      key = text.indexOf('"', this.endOf(value));
    }
  }

  #addItems({ starts, values }: JsonMembers, start: number): void {
    const text = this.#text;
    const close = this.closeOf(start);
    let value = skipSpace(text, start + 1);
    while (value < close) {
      starts.push(value);
      values.push(value);
      // A comma follows, or the end of the list.
      value = skipSpace(text, skipSpace(text, this.endOf(value)) + 1);
    }
  }

  /** The offset after the value at an offset. */
  endOf(start: number): number {
    const code = this.#text.charCodeAt(start);
    if (code === 0x22) return endOfString(this.#text, start) + 1;
    if (code === 0x7b || code === 0x5b) return this.closeOf(start) + 1;
    return endOfWord(this.#text, start);
  }

  /** The offset of the bracket that closes the one at an offset. */
  closeOf(start: number): number {
    this.#brackets ??= JsonOutline.of(this.#text);
    return this.#brackets.closeOf(start);
  }
}

/** The text that a key in quotes stands for. */
function textOfKey(quoted: string): string {
  return quoted.includes('\\') ? JSON.parse(quoted) : quoted.slice(1, -1);
}

/** The members of a container of JSON text in their order: those of an object, or the items of a list. */
export class JsonMembers {
  /** For each member, where its key begins; where its value does in a list. */
  readonly starts: number[] = [];
  /** For each member, where its value begins. */
  readonly values: number[] = [];
  readonly #source: JsonText;
  readonly #isList: boolean;
  #byName: ReadonlyMap<string, number> | undefined;

  constructor(source: JsonText, isList: boolean) {
    this.#source = source;
    this.#isList = isList;
  }

  get size(): number {
    return this.values.length;
  }

  /** The name of the member of a number. */
  nameOf(member: number): string {
    if (this.#isList) return String(member);
    const start = this.starts[member] ?? 0;
    return textOfKey(this.#source.read(start, endOfString(this.#source.text, start) + 1));
  }

  /** The number of the member of a name. */
  numberOf(name: string): number | undefined {
    this.#byName ??= new Map(this.values.map((_, member) => [this.nameOf(member), member]));
    return this.#byName.get(name);
  }

  get(name: string): MemberOffsets | undefined {
    const member = this.numberOf(name);
    const value = member === undefined ? undefined : this.values[member];
    if (member === undefined || value === undefined) return undefined;
    return { key: this.#isList ? undefined : this.starts[member], value };
  }
}

const WORD = /[\w.+-]+/y;

/** The offset after a number or a word, which ends before a comma, a closing bracket or space. */
export function endOfWord(text: string, start: number): number {
  WORD.lastIndex = start;
  return WORD.test(text) ? WORD.lastIndex : start;
}

function skipSpace(text: string, offset: number): number {
  let after = offset;
  while (after < text.length && text.charCodeAt(after) <= 0x20) after++;
  return after;
}
