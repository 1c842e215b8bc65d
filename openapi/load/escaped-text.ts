import { isAscii, isUtf8 } from 'node:buffer';
import type { Place } from '../source/diagnostic.js';
import { LineIndex } from '../source/line-index.js';
import { placeAt } from '../source/place-at.js';

/** More characters beyond ASCII than this are not worth escaping one by one. */
const MOST_ESCAPES = 20_000;
const ESCAPE_LENGTH = 6;

/**
 * The text of a JSON file in which every character beyond ASCII is escaped. It says the same, and takes half the memory and half
 * the time to parse and to look through: one such character makes all characters of a text twice as wide.
 */
export class EscapedText {
  readonly text: string;
  readonly #name: string;
  /** Where the escapes that were put in begin, ascending. */
  readonly #escapes: readonly number[];
  #lines: LineIndex | undefined;

  private constructor(name: string, text: string, escapes: readonly number[]) {
    this.#name = name;
    this.text = text;
    this.#escapes = escapes;
  }

  /** `undefined` where the bytes are no UTF-8, or where escaping would not pay or not mean the same. */
  static of(name: string, file: Uint8Array): EscapedText | undefined {
    const hasMark = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf;
    const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength).subarray(hasMark ? 3 : 0);
    if (isAscii(bytes)) return new EscapedText(name, bytes.toString('latin1'), []);
    if (!isUtf8(bytes)) return undefined;
    const characters = bytes.toString('latin1');
    const parts: string[] = [];
    const escapes: number[] = [];
    let length = 0;
    let done = 0;
    for (let start = nextWide(bytes, characters, 0); start < bytes.length; start = nextWide(bytes, characters, done)) {
      // A backslash before such a character is wrong; before an escape it would be right.
      if (bytes[start - 1] === 0x5c) return undefined;
      let end = start + 1;
      while ((bytes[end] ?? 0) >= 0x80) end++;
      parts.push(characters.slice(done, start));
      length += start - done;
      for (const unit of unitsOf(bytes.toString('utf8', start, end))) {
        if (escapes.push(length) > MOST_ESCAPES) return undefined;
        parts.push(unit);
        length += ESCAPE_LENGTH;
      }
      done = end;
    }
    parts.push(characters.slice(done));
    return new EscapedText(name, parts.join(''), escapes);
  }

  /** Where an offset of the escaped text stands in the file. */
  place(offset: number, pointer?: string): Place {
    return placeAt(this.#name, pointer, () => {
      this.#lines ??= new LineIndex(this.text);
      const { line, column } = this.#lines.position(offset);
      const added = this.#escapesBefore(offset) - this.#escapesBefore(offset - column + 1);
      return { line, column: column - added * (ESCAPE_LENGTH - 1) };
    });
  }

  #escapesBefore(offset: number): number {
    let low = 0;
    let high = this.#escapes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#escapes[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function unitsOf(text: string): readonly string[] {
  return Array.from(
    { length: text.length },
    (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`,
  );
}

/**
 * The offset of the next byte beyond ASCII, or the length. To look at many bytes at once is the fastest way past them, and an
 * expression finds the one among those.
 * @param text the bytes as characters
 */
function nextWide(bytes: Buffer, text: string, from: number): number {
  for (let start = from; start < bytes.length; start += LONGEST_LOOK) {
    if (isAscii(bytes.subarray(start, start + LONGEST_LOOK))) continue;
    WIDE.lastIndex = start;
    if (WIDE.test(text)) return WIDE.lastIndex - 1;
  }
  return bytes.length;
}

const LONGEST_LOOK = 65_536;
const WIDE = /[\x80-\xff]/g;
