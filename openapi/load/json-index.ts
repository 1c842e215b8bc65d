import type { PointerSegment } from '../source/pointer.js';
import type { MemberOffsets } from './loaded-file.js';

/**
 * Finds values in valid JSON text by pointer. Only the containers on the way are scanned, each once, so that looking up a few
 * places in a large file costs a few passes over parts of it.
 */
export class JsonIndex {
  readonly #text: string;
  readonly #members = new Map<number, ReadonlyMap<string, MemberOffsets>>();

  constructor(text: string) {
    this.#text = text;
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
    const close = open === '{' ? '}' : ']';
    let offset = this.#skipSpace(start + 1);
    for (let index = 0; this.#text[offset] !== close && offset < this.#text.length; index++) {
      let key: number | undefined;
      let name = String(index);
      if (open === '{') {
        key = offset;
        const end = this.#skipString(offset);
        name = JSON.parse(this.#text.slice(offset, end));
        offset = this.#skipSpace(this.#skipSpace(end) + 1);
      }
      members.set(name, { key, value: offset });
      offset = this.#skipSpace(this.#skipValue(offset));
      if (this.#text[offset] === ',') offset = this.#skipSpace(offset + 1);
    }
    return members;
  }

  #skipValue(start: number): number {
    let depth = 0;
    for (let offset = start; offset < this.#text.length; offset++) {
      const code = this.#text.charCodeAt(offset);
      if (code === 0x22) {
        offset = this.#skipString(offset) - 1;
        if (depth === 0) return offset + 1;
      } else if (code === 0x7b || code === 0x5b) {
        depth++;
      } else if (code === 0x7d || code === 0x5d) {
        if (depth === 0) return offset;
        if (--depth === 0) return offset + 1;
      } else if (depth === 0 && (code === 0x2c || code <= 0x20)) {
        return offset;
      }
    }
    return this.#text.length;
  }

  #skipString(start: number): number {
    let end = start;
    for (;;) {
      end = this.#text.indexOf('"', end + 1);
      if (end < 0) return this.#text.length;
      let backslashes = 0;
      while (this.#text.charCodeAt(end - 1 - backslashes) === 0x5c) backslashes++;
      if (backslashes % 2 === 0) return end + 1;
    }
  }

  #skipSpace(offset: number): number {
    let after = offset;
    while (after < this.#text.length && this.#text.charCodeAt(after) <= 0x20) after++;
    return after;
  }
}
