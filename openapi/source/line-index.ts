/** So many characters lie between two places whose lines are remembered. */
const CHARACTERS_APART = 16_384;

/** Line and column, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The way from offsets to lines. A large file has many lines, and few are asked for. */
export class LineIndex {
  readonly #text: string;
  readonly #lineFeedsIn: (text: string) => number;
  readonly #hasReturns: boolean;
  /** At the remembered places, how many line breaks stand before, and where the last of them ends. */
  readonly #breaks: number[] = [0];
  readonly #starts: number[] = [0];

  /** @param count how many line feeds stand in a part of the text */
  constructor(text: string, count = lineFeedsIn) {
    this.#text = text;
    this.#lineFeedsIn = count;
    this.#hasReturns = text.includes('\r');
  }

  position(offset: number): Position {
    const index = Math.floor(offset / CHARACTERS_APART);
    for (let known = this.#breaks.length; known <= index; known++) {
      const [breaks, start] = this.#before(known * CHARACTERS_APART, known - 1);
      this.#breaks.push(breaks);
      this.#starts.push(start);
    }
    const [breaks, start] = this.#before(offset, index);
    return { line: breaks + 1, column: offset - start + 1 };
  }

  /** The line breaks before an offset and the end of the last one, counted from a remembered place. */
  #before(offset: number, index: number): readonly [breaks: number, start: number] {
    const from = index * CHARACTERS_APART;
    let [breaks, start] = [this.#breaks[index] ?? 0, this.#starts[index] ?? 0];
    if (this.#hasReturns) {
      const lineBreak = /\r\n?|\n/g;
      const text = this.#text.slice(from, offset + 1);
      // What stands across the offset is counted after it.
      for (; lineBreak.test(text) && lineBreak.lastIndex <= offset - from; breaks++) start = from + lineBreak.lastIndex;
      return [breaks, start];
    }
    const text = this.#text.slice(from, offset);
    const last = text.lastIndexOf('\n');
    return last < 0 ? [breaks, start] : [breaks + this.#lineFeedsIn(text), from + last + 1];
  }
}

/** How many line feeds stand in a text. */
export function lineFeedsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
