import { isAscii, isUtf8 } from 'node:buffer';
import type { Place } from '../source/diagnostic.js';
import { LineIndex } from '../source/line-index.js';
import { placeAt } from '../source/place-at.js';
import type { JsonText } from './json-text.js';
import { lineFeedsInBytes } from './line-feeds.js';

/** Where characters beyond ASCII stand closer together than so many bytes, a text is read as it stands. */
const FAR_APART = 1_000;

/**
 * The text of a JSON file with a character for each of its bytes, so that one beyond ASCII is told by several. All that gives JSON
 * its form is ASCII, and few files hold much else: text of bytes takes half the memory and half the time to look through, for one
 * such character makes all characters of a text twice as wide.
 */
export class ByteText implements JsonText {
  readonly text: string;
  readonly wide: readonly number[];
  readonly isBytes = true;
  readonly #name: string;
  #lines: LineIndex | undefined;

  private constructor(name: string, text: string, wide: readonly number[]) {
    this.#name = name;
    this.text = text;
    this.wide = wide;
  }

  /** `undefined` where the bytes are no UTF-8, or where it would not pay. */
  static of(name: string, file: Uint8Array): ByteText | undefined {
    const hasMark = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf;
    const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength).subarray(hasMark ? 3 : 0);
    if (!isUtf8(bytes)) return undefined;
    const text = bytes.toString('latin1');
    const wide: number[] = [];
    addWide(wide, bytes, text, 0, bytes.length);
    return wide.length * FAR_APART > bytes.length ? undefined : new ByteText(name, text, wide);
  }

  read(start: number, end: number): string {
    const bytes = this.text.slice(start, end);
    return WIDE.test(bytes) ? Buffer.from(bytes, 'latin1').toString() : bytes;
  }

  /** Where the byte at an offset stands in the file. */
  place(offset: number, pointer?: string): Place {
    return placeAt(this.#name, pointer, () => {
      this.#lines ??= new LineIndex(this.text, lineFeedsInBytes);
      const { line, column } = this.#lines.position(offset);
      return { line, column: this.read(offset - column + 1, offset).length + 1 };
    });
  }
}

const WIDE = /[\x80-\xff]/;

/** So many bytes are looked at together, which is the fastest way past those of ASCII, and so many where some are not. */
const LOOKS: readonly number[] = [65_536, 4_096];

/**
 * Adds where bytes beyond ASCII begin, ascending.
 * @param text the bytes as characters
 */
function addWide(wide: number[], bytes: Buffer, text: string, start: number, end: number, level = 0): void {
  const look = LOOKS[level];
  if (look === undefined) {
    for (const { index } of text.slice(start, end).matchAll(/[\x80-\xff]+/g)) wide.push(start + index);
    return;
  }
  for (let from = start; from < end; from += look) {
    const until = Math.min(from + look, end);
    if (!isAscii(bytes.subarray(from, until))) addWide(wide, bytes, text, from, until, level + 1);
  }
}
