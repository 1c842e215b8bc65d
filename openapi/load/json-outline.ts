const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const SPACE = 0x20;
const OPEN_OBJECT = 0x7b;
const OPEN_ARRAY = 0x5b;

/** Where the containers of JSON text end. */
export interface Brackets {
  /** The offset of the bracket that closes the one at `start`. */
  readonly closeOf: (start: number) => number;
}

/** Where the containers of a JSON text end, and what its value does not tell of its keys. */
export interface Outline extends Brackets {
  /** Every key that stands in the text, also one that stands twice in an object. */
  readonly keys: number;
}

/** Where the containers of valid JSON text begin and end, and how many keys the text has, by its characters. */
export class JsonOutline implements Outline {
  /** Offsets of the opening brackets, ascending. */
  readonly #starts: number[] = [];
  /** For each opening bracket the offset of its closing one. */
  readonly #ends: number[] = [];
  keys = 0;

  /** Reads the containers of a text, which must be valid JSON, in one pass. */
  static of(text: string): JsonOutline {
    const outline = new JsonOutline();
    outline.read(text, 0);
    return outline;
  }

  /**
   * Adds the containers of the first value with brackets at or after an offset, and gives the offset after its closing one. What
   * is added stands after everything that is there.
   */
  read(text: string, from: number): number {
    const open: number[] = [];
    // A regular expression is machine code from the start, where a loop over characters has to get warm first.
    const mark = /["{}[\]]/g;
    mark.lastIndex = from;
    while (mark.test(text)) {
      const offset = mark.lastIndex - 1;
      const code = text.charCodeAt(offset);
      if (code === QUOTE) {
        let next = endOfString(text, offset) + 1;
        while (text.charCodeAt(next) <= SPACE) next++;
        if (text.charCodeAt(next) === COLON) this.keys++;
        mark.lastIndex = next;
      } else if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
        open.push(this.open(offset));
      } else {
        this.close(open.pop() ?? 0, offset);
        if (open.length === 0) return offset + 1;
      }
    }
    return text.length;
  }

  /** Adds an opening bracket; gives its number. */
  open(offset: number): number {
    this.#ends.push(offset);
    return this.#starts.push(offset) - 1;
  }

  /** Says where the bracket of a number is closed. */
  close(number: number, offset: number): void {
    this.#ends[number] = offset;
  }

  closeOf(start: number): number {
    return this.#ends[lastNotAfter(this.#starts, start)] ?? start;
  }
}

/** The index of the last of ascending numbers that is not above a limit; the first where all are. */
export function lastNotAfter(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The offset of the quote that closes the string whose opening quote stands at `start`. */
export function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    if ((end - before) % 2 === 1) return end;
  }
  return text.length;
}
