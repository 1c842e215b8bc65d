const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const SPACE = 0x20;
const OPEN_OBJECT = 0x7b;
const OPEN_ARRAY = 0x5b;

/** Where the containers of valid JSON text begin and end, and how many keys the text has. */
export interface JsonOutline {
  /** Offsets of the opening brackets, ascending. */
  readonly starts: readonly number[];
  /** For each opening bracket the offset of its closing one. */
  readonly ends: readonly number[];
  /** Every key that stands in the text, also one that stands twice in an object. */
  readonly keys: number;
}

/** Reads the outline of JSON text, which must be valid, in one pass. */
export function outlineOf(text: string): JsonOutline {
  const starts: number[] = [];
  const ends: number[] = [];
  const open: number[] = [];
  let keys = 0;
  // A regular expression is machine code from the start, where a loop over characters has to get warm first.
  const mark = /["{}[\]]/g;
  while (mark.test(text)) {
    const offset = mark.lastIndex - 1;
    const code = text.charCodeAt(offset);
    if (code === QUOTE) {
      let next = endOfString(text, offset) + 1;
      while (text.charCodeAt(next) <= SPACE) next++;
      if (text.charCodeAt(next) === COLON) keys++;
      mark.lastIndex = next;
    } else if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
      open.push(starts.length);
      starts.push(offset);
      ends.push(offset);
    } else {
      ends[open.pop() ?? 0] = offset;
    }
  }
  return { starts, ends, keys };
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
