import type { Json } from '../source/json.js';
import { endOfString } from './json-outline.js';
import { type PlainYamlLines, refuse } from './plain-yaml-lines.js';
import { NOT_JSON, resolvePlainScalar } from './yaml-scalar.js';
import { blockText, foldLines, unescapeText } from './yaml-text.js';

const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
/** What begins something else than a plain scalar; `-`, `?` and `:` may begin one, but hardly do. */
const INDICATORS: ReadonlySet<string> = new Set('-?:,[]{}#&*!|>\'"%@`');
/** What ends a plain scalar: the colon of a key, a comment, or the line. */
const PLAIN_END = /:(?=[ \n])| #|\n/g;

/** Text in double quotes all of whose escapes exist (YAML 1.2.2, section 5.7). */
const KNOWN_ESCAPES =
  /^[^\\]*(?:\\(?:["\\/ \n0abefnrtvNLP_]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U00(?:0[\da-fA-F]|10)[\da-fA-F]{4})[^\\]*)*$/;
/** Style, chomping and indent of a block scalar, in either order. */
const BLOCK_HEADER = /[|>]([-+]?)([1-9]?)((?<=[1-9])[-+])? *\n/y;
/** Keys may be up to 1,024 characters long (YAML 1.2.2, section 7.4); longer ones are left to the full reader, which knows it exactly. */
export const LONGEST_KEY = 1_000;

/** Reads the scalars of plain YAML and goes on to the line after each. */
export class PlainYamlScalars {
  readonly #text: string;
  readonly #lines: PlainYamlLines;

  constructor(lines: PlainYamlLines) {
    this.#text = lines.text;
    this.#lines = lines;
  }

  /** Whether a quoted scalar begins at an offset. */
  isQuoted(offset: number): boolean {
    const code = this.#text.charCodeAt(offset);
    return code === DOUBLE_QUOTE || code === SINGLE_QUOTE;
  }

  /** The offset of the colon after a key on this line that begins at an offset; -1 where there is no key. */
  colonAfter(offset: number): number {
    if (this.isQuoted(offset)) {
      const colon = this.closingQuote(offset) + 1;
      return this.#text[colon] === ':' && this.#lines.isSpaceOrBreak(colon + 1) ? colon : -1;
    }
    const end = this.#plainEnd(offset);
    return this.#text[end] === ':' ? end : -1;
  }

  /** The text of a key between its offset and its colon. */
  key(offset: number, colon: number): string {
    if (this.isQuoted(offset)) return this.#quotedText(offset, colon - 1, Number.POSITIVE_INFINITY);
    if (this.#isIndicator(offset) || this.#text[colon - 1] === ' ' || colon - offset > LONGEST_KEY) refuse();
    return this.#text.slice(offset, colon);
  }

  /** @param parent the indent that further lines of the scalar have to exceed */
  quoted(offset: number, parent: number): string {
    const close = this.closingQuote(offset);
    const text = this.#quotedText(offset, close, parent);
    this.#lines.finish(close + 1);
    return text;
  }

  /** The text of a quoted scalar that ends on its line. */
  quotedOnLine(offset: number, close: number): string {
    return this.#quotedText(offset, close, Number.POSITIVE_INFINITY);
  }

  /** @param parent the indent that further lines of the scalar have to exceed */
  plain(offset: number, parent: number): Json {
    const isNegative = this.#text[offset] === '-' && !this.#lines.isSpaceOrBreak(offset + 1);
    if (this.#isIndicator(offset) && !isNegative) refuse();
    let end = this.#plainEnd(offset);
    if (this.#text[end] === ':') refuse();
    let isComment = this.#text[end] !== '\n';
    let isFolded = false;
    this.#lines.start(this.#text.indexOf('\n', end) + 1);
    while (this.#lines.indent > parent) {
      // A comment ends the scalar, and what is indented after it belongs to nothing.
      if (isComment || this.#text.slice(end, this.#lines.position).includes('#')) refuse();
      isFolded = true;
      end = this.#plainEnd(this.#lines.position);
      if (this.#text[end] === ':') refuse();
      isComment = this.#text[end] !== '\n';
      this.#lines.start(this.#text.indexOf('\n', end) + 1);
    }
    while (this.#text[end - 1] === ' ') end--;
    const text = this.#text.slice(offset, end);
    return this.resolve(isFolded ? foldLines(text) : text);
  }

  resolve(text: string): Json {
    const value = resolvePlainScalar(text);
    return value === NOT_JSON ? refuse() : value;
  }

  /** The offset where the text of a block scalar begins, whose header stands at an offset. */
  blockStart(header: number): number {
    return header + this.#header(header)[0].length;
  }

  /** @param parent the indent that the lines of the scalar have to exceed */
  block(header: number, parent: number): string {
    const [{ length }, before = '', digit = '', after = ''] = this.#header(header);
    const start = header + length;
    let indent = digit === '' ? -1 : parent + Number(digit);
    let hasContent = false;
    let mostBlank = 0;
    let end = start;
    while (end < this.#text.length) {
      const content = this.#lines.skipSpaces(end);
      const column = content - end;
      if (this.#text[content] === '\n') {
        mostBlank = Math.max(mostBlank, column);
      } else {
        if (indent < 0 && (column <= parent || column < mostBlank)) refuse();
        if (indent < 0) indent = column;
        if (column < indent) break;
        hasContent = true;
      }
      end = this.#text.indexOf('\n', content) + 1;
    }
    if (!hasContent || (this.#lines.isCut && end === this.#text.length)) refuse();
    this.#lines.start(end);
    if (this.#lines.indent > parent) refuse();
    return blockText(this.#text.slice(start, end), indent, this.#text[header] === '>', before + after);
  }

  #header(offset: number): RegExpExecArray {
    BLOCK_HEADER.lastIndex = offset;
    return BLOCK_HEADER.exec(this.#text) ?? refuse();
  }

  closingQuote(offset: number): number {
    if (this.#text.charCodeAt(offset) === DOUBLE_QUOTE) {
      const close = endOfString(this.#text, offset);
      return close < this.#text.length ? close : refuse();
    }
    let close = this.#text.indexOf("'", offset + 1);
    while (close >= 0 && this.#text.charCodeAt(close + 1) === SINGLE_QUOTE) close = this.#text.indexOf("'", close + 2);
    return close < 0 ? refuse() : close;
  }

  #quotedText(offset: number, close: number, parent: number): string {
    const text = this.#text.slice(offset + 1, close);
    const isDouble = this.#text.charCodeAt(offset) === DOUBLE_QUOTE;
    const isEscaped = isDouble && text.includes('\\');
    if (isEscaped && !KNOWN_ESCAPES.test(text)) refuse();
    if (text.includes('\n')) {
      for (const line of text.split('\n').slice(1)) {
        const column = line.search(/[^ ]/);
        if (column >= 0 && column <= parent) refuse();
      }
      // The last line may hold nothing but the quote.
      if (close - this.#text.lastIndexOf('\n', close) - 1 <= parent) refuse();
    } else if (isDouble && !isEscaped) {
      return text;
    }
    return isDouble ? unescapeText(text) : foldLines(text.replaceAll("''", "'"));
  }

  #plainEnd(offset: number): number {
    PLAIN_END.lastIndex = offset;
    PLAIN_END.test(this.#text);
    const end = PLAIN_END.lastIndex - 1;
    return this.#text[end] === '#' ? end - 1 : end;
  }

  #isIndicator(offset: number): boolean {
    return INDICATORS.has(this.#text.charAt(offset));
  }
}
