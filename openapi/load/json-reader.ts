import { type Diagnostic, DocumentError } from '../source/diagnostic.js';
import { type Json, setField } from '../source/json.js';
import type { SourceText } from '../source/text.js';
import { duplicateKey } from './duplicate-key.js';
import { MAX_DEPTH } from './limits.js';

/**
 * Reads JSON (RFC 8259) keeping integers exact and finding duplicate keys.
 * @throws DocumentError with the place of the first syntax error, or of every duplicate key.
 */
export function readJsonExactly(source: SourceText): Json {
  return new ExactReader(source).read();
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z_$][\w$]*/y;

class ExactReader {
  readonly #source: SourceText;
  readonly #text: string;
  readonly #duplicates: Diagnostic[] = [];
  readonly #path: string[] = [];
  #offset = 0;

  constructor(source: SourceText) {
    this.#source = source;
    this.#text = source.text;
  }

  read(): Json {
    const value = this.#value();
    this.#skipSpace();
    if (this.#offset < this.#text.length) this.#fail('There is text after the end of the JSON value. Remove it.');
    if (this.#duplicates.length > 0) throw new DocumentError(this.#duplicates);
    return value;
  }

  #value(): Json {
    this.#skipSpace();
    switch (this.#text[this.#offset]) {
      case '{':
        this.#checkDepth();
        return this.#object();
      case '[':
        this.#checkDepth();
        return this.#array();
      case '"':
        return this.#string();
      case undefined:
        return this.#fail('The text ends where a value is expected. Was the file cut off?');
      default:
        return this.#scalar();
    }
  }

  #object(): Json {
    const object: Record<string, Json> = {};
    const offsets = new Map<string, number>();
    const start = this.#offset++;
    this.#skipSpace();
    if (this.#take('}')) return object;
    for (;;) {
      this.#skipSpace();
      const at = this.#offset;
      if (this.#text[at] !== '"') this.#failInside(start, 'object', 'A key in double quotes is expected here.');
      const key = this.#string();
      const first = offsets.get(key);
      if (first === undefined) offsets.set(key, at);
      else this.#duplicates.push(duplicateKey(this.#source, this.#path, key, first, at));
      this.#skipSpace();
      if (!this.#take(':')) this.#failInside(start, 'object', 'A colon is expected after the key.');
      this.#path.push(key);
      setField(object, key, this.#value());
      this.#path.pop();
      this.#skipSpace();
      if (this.#take('}')) return object;
      if (!this.#take(',')) this.#failInside(start, 'object', 'A comma or "}" is expected here.');
    }
  }

  #array(): Json {
    const array: Json[] = [];
    const start = this.#offset++;
    this.#skipSpace();
    if (this.#take(']')) return array;
    for (;;) {
      this.#path.push(String(array.length));
      array.push(this.#value());
      this.#path.pop();
      this.#skipSpace();
      if (this.#take(']')) return array;
      if (!this.#take(',')) this.#failInside(start, 'array', 'A comma or "]" is expected here.');
    }
  }

  #checkDepth(): void {
    if (this.#path.length >= MAX_DEPTH) this.#fail(`The document is nested deeper than ${MAX_DEPTH} levels.`);
  }

  #string(): string {
    let end = this.#offset + 1;
    while (end < this.#text.length && this.#text[end] !== '"') end += this.#text[end] === '\\' ? 2 : 1;
    try {
      const text: string = JSON.parse(this.#text.slice(this.#offset, end + 1));
      this.#offset = end + 1;
      return text;
    } catch {
      return this.#fail('The string is not closed, or holds a control character or an unknown escape.');
    }
  }

  #scalar(): Json {
    const word = this.#match(WORD);
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    if (word !== undefined) this.#fail(`"${word}" is not a JSON value. Quote it if it is text.`, word.length);
    const text = this.#match(NUMBER);
    if (text === undefined || text === '') return this.#fail('A JSON value is expected here.');
    const number = Number(text);
    if (!Number.isFinite(number)) this.#fail(`The number ${text} is too large.`, text.length);
    return /^-?\d+$/.test(text) && !Number.isSafeInteger(number) ? BigInt(text) : number;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#offset;
    const text = pattern.exec(this.#text)?.[0];
    this.#offset += text?.length ?? 0;
    return text;
  }

  #take(character: string): boolean {
    if (this.#text[this.#offset] !== character) return false;
    this.#offset++;
    return true;
  }

  #skipSpace(): void {
    while (/[ \n\r\t]/.test(this.#text[this.#offset] ?? '')) this.#offset++;
  }

  #failInside(start: number, what: string, message: string): never {
    const { line, column } = this.#source.place(start);
    const cut = this.#offset >= this.#text.length ? 'The text ends before ' : '';
    this.#fail(
      cut === '' ? message : `${cut}the ${what} that begins at ${line}:${column} is closed. Was the file cut off?`,
    );
  }

  #fail(message: string, back = 0): never {
    throw new DocumentError([{ code: 'json-syntax', message, place: this.#source.place(this.#offset - back) }]);
  }
}
