/** At most so many lines, or one line and so many characters, lie between two lines that are remembered. */
const LINES_APART = 64;
const CHARACTERS_APART = 8_192;

/** The way from offsets to lines. A large file has many lines, and few are asked for: one in so many is remembered. */
export class LineIndex {
  readonly #text: string;
  readonly #hasReturns: boolean;
  /** Where the remembered lines start, and their numbers; at the end one more than there are lines. */
  readonly #starts: number[] = [];
  readonly #numbers: number[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#hasReturns = text.includes('\r');
    let [line, markedLine, marked] = [0, 0, 0];
    this.#mark(0, 0);
    for (let start = this.#next(0); start >= 0; start = this.#next(start)) {
      line++;
      if (line - markedLine < LINES_APART && start - marked < CHARACTERS_APART) continue;
      [markedLine, marked] = [line, start];
      this.#mark(start, line);
    }
    this.#mark(Number.POSITIVE_INFINITY, line + 1);
  }

  /** Line and column of an offset, both from 1. */
  position(offset: number): { readonly line: number; readonly column: number } {
    let low = 0;
    let high = this.#starts.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    let start = this.#starts[low] ?? 0;
    let line = this.#numbers[low] ?? 0;
    const end = this.#numbers[low + 1] ?? 0;
    while (line + 1 < end) {
      const next = this.#next(start);
      if (next > offset) break;
      start = next;
      line++;
    }
    return { line: line + 1, column: offset - start + 1 };
  }

  #mark(start: number, line: number): void {
    this.#starts.push(start);
    this.#numbers.push(line);
  }

  /** Where the line after the one at an offset starts; -1 where there is none. */
  #next(offset: number): number {
    if (!this.#hasReturns) {
      const end = this.#text.indexOf('\n', offset);
      return end < 0 ? -1 : end + 1;
    }
    const lineBreak = /\r\n?|\n/g;
    lineBreak.lastIndex = offset;
    return lineBreak.test(this.#text) ? lineBreak.lastIndex : -1;
  }
}
