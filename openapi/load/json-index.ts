import type { PointerSegment } from '../source/pointer.js';
import { endOfString, type JsonOutline, outlineOf } from './json-outline.js';
import type { MemberOffsets } from './loaded-file.js';

/**
 * Finds values in valid JSON text by pointer. Only the members of the containers on the way are looked at, each container once;
 * the outline says where to go on after a member.
 */
export class JsonIndex {
  readonly #text: string;
  readonly #members = new Map<number, ReadonlyMap<string, MemberOffsets>>();
  #outline: JsonOutline | undefined;

  /** @param outline that of the text, where it is known already */
  constructor(text: string, outline?: JsonOutline) {
    this.#text = text;
    this.#outline = outline;
  }

  locate(segments: readonly PointerSegment[]): MemberOffsets | undefined {
    let found: MemberOffsets = { key: undefined, value: this.#skipSpace(0) };
    for (const segment of segments) {
      const member = this.#membersOf(found.value).get(segment);
      if (member === undefined) return undefined;
      found = member;
    }
    return found;
  }

  #membersOf(start: number): ReadonlyMap<string, MemberOffsets> {
    const known = this.#members.get(start);
    if (known !== undefined) return known;
    const members = new Map<string, MemberOffsets>();
    this.#members.set(start, members);
    const open = this.#text[start];
    if (open !== '{' && open !== '[') return members;
    const close = this.#closeOf(start);
    let offset = this.#skipSpace(start + 1);
    for (let index = 0; offset < close; index++) {
      let key: number | undefined;
      let name = String(index);
      if (open === '{') {
        key = offset;
        const end = endOfString(this.#text, offset) + 1;
        name = JSON.parse(this.#text.slice(offset, end));
        offset = this.#skipSpace(this.#skipSpace(end) + 1);
      }
      members.set(name, { key, value: offset });
      // A comma follows, or the end of the container.
      offset = this.#skipSpace(this.#skipSpace(this.#skipValue(offset)) + 1);
    }
    return members;
  }

  #skipValue(start: number): number {
    const code = this.#text.charCodeAt(start);
    if (code === 0x22) return endOfString(this.#text, start) + 1;
    if (code === 0x7b || code === 0x5b) return this.#closeOf(start) + 1;
    let end = start;
    // A number or a word ends before a comma, a closing bracket or space.
    while (/[\w.+-]/.test(this.#text.charAt(end))) end++;
    return end;
  }

  /** The offset of the bracket that closes the one at `start`. */
  #closeOf(start: number): number {
    this.#outline ??= outlineOf(this.#text);
    const { starts, ends } = this.#outline;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return ends[low] ?? this.#text.length;
  }

  #skipSpace(offset: number): number {
    let after = offset;
    while (after < this.#text.length && this.#text.charCodeAt(after) <= 0x20) after++;
    return after;
  }
}
