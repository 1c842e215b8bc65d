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
  readonly #members = new Map<number, ReadonlyMap<string, MemberOffsets>>();
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

  /** The members of the container at an offset, in the order of the text; none where a scalar stands. */
  membersOf(start: number): ReadonlyMap<string, MemberOffsets> {
    const known = this.#members.get(start);
    if (known !== undefined) return known;
    const members = new Map<string, MemberOffsets>();
    this.#members.set(start, members);
    const open = this.#text[start];
    if (open !== '{' && open !== '[') return members;
    const close = this.closeOf(start);
    let offset = skipSpace(this.#text, start + 1);
    for (let index = 0; offset < close; index++) {
      let key: number | undefined;
      let name = String(index);
      if (open === '{') {
        key = offset;
        const end = endOfString(this.#text, offset) + 1;
        name = textOfKey(this.#source.read(offset, end));
        offset = skipSpace(this.#text, skipSpace(this.#text, end) + 1);
      }
      members.set(name, { key, value: offset });
      // A comma follows, or the end of the container.
      offset = skipSpace(this.#text, skipSpace(this.#text, this.endOf(offset)) + 1);
    }
    return members;
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
export function textOfKey(quoted: string): string {
  return quoted.includes('\\') ? JSON.parse(quoted) : quoted.slice(1, -1);
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
