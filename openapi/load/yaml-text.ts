/** The escapes of double quotes that stand for one character (YAML 1.2.2, section 5.7). */
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const HEX_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/**
 * The text of a plain or quoted scalar that goes over several lines: one line break is a space, more of them are one fewer, and
 * the space around them is nothing.
 */
export function foldLines(text: string): string {
  return decode(text, /\n/g);
}

/** The text of a double-quoted scalar, all of whose escapes must be known. */
export function unescapeText(text: string): string {
  return decode(text, /[\\\n]/g);
}

function decode(text: string, special: RegExp): string {
  let result = '';
  let from = 0;
  while (special.test(text)) {
    const at = special.lastIndex - 1;
    if (text[at] === '\n') {
      let end = at;
      while (end > from && text[end - 1] === ' ') end--;
      const next = skipBreaks(text, at);
      const breaks = countBreaks(text, at, next);
      result += text.slice(from, end) + (breaks === 1 ? ' ' : '\n'.repeat(breaks - 1));
      from = next;
    } else {
      const code = text[at + 1] ?? '';
      const length = HEX_LENGTHS[code] ?? 0;
      result += text.slice(from, at);
      if (length > 0) result += String.fromCodePoint(Number.parseInt(text.slice(at + 2, at + 2 + length), 16));
      else if (code !== '\n') result += ESCAPES[code] ?? code;
      from = code === '\n' ? skipBreaks(text, at + 1) : at + 2 + length;
    }
    special.lastIndex = from;
  }
  return result + text.slice(from);
}

function skipBreaks(text: string, offset: number): number {
  let after = offset;
  while (text[after] === ' ' || text[after] === '\n') after++;
  return after;
}

function countBreaks(text: string, start: number, end: number): number {
  let count = 0;
  for (let offset = start; offset < end; offset++) if (text[offset] === '\n') count++;
  return count;
}

/**
 * The text of a block scalar from its lines, the last of which ends with a line break.
 * @param chomping what happens to the line breaks at the end: `-` none stays, `+` all do, else one
 */
export function blockText(text: string, indent: number, isFolded: boolean, chomping: string): string {
  let result = '';
  let breaks = 0;
  let hasContent = false;
  let wasIndented = false;
  for (const line of text.slice(0, -1).split('\n')) {
    if (line.length <= indent) {
      breaks++;
      continue;
    }
    const content = line.slice(indent);
    // Lines indented deeper keep their breaks (YAML 1.2.2, section 8.1.3).
    const isIndented = content.startsWith(' ');
    const keepsBreaks = !isFolded || isIndented || wasIndented;
    if (!keepsBreaks && hasContent && breaks === 0) result += ' ';
    else result += '\n'.repeat(keepsBreaks && hasContent ? breaks + 1 : breaks);
    result += content;
    wasIndented = isIndented;
    hasContent = true;
    breaks = 0;
  }
  if (chomping === '+') return result + '\n'.repeat(breaks + 1);
  return chomping === '-' ? result : `${result}\n`;
}
