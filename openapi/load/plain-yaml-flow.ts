import { type Json, setField } from '../source/json.js';
import type { MemberTable } from './member-table.js';
import { type PlainYamlLines, refuse } from './plain-yaml-lines.js';
import type { PlainYamlScalars } from './plain-yaml-scalars.js';

/** Deeper documents are left to the full reader, which knows the exact limit. */
const MAX_PLAIN_DEPTH = 500;

/** A plain scalar in brackets, in the characters that surely mean themselves. */
const FLOW_PLAIN = /(?:-\d|[A-Za-z0-9_./$])[A-Za-z0-9_./$ -]*/y;

export type MutableObject = Record<string, Json | undefined>;

/** Reads what stands in brackets on one line. */
export class PlainYamlFlow {
  readonly #text: string;
  readonly #lines: PlainYamlLines;
  readonly #scalars: PlainYamlScalars;
  readonly #members: MemberTable;
  /** Where what was read last ends. */
  #end = 0;

  constructor(lines: PlainYamlLines, scalars: PlainYamlScalars, members: MemberTable) {
    this.#text = lines.text;
    this.#lines = lines;
    this.#scalars = scalars;
    this.#members = members;
  }

  isBracket(offset: number): boolean {
    return this.#text[offset] === '[' || this.#text[offset] === '{';
  }

  /** @param depth how many containers the brackets stand in */
  toLineEnd(start: number, depth: number): Json {
    const value = this.#brackets(start, depth);
    this.#lines.finish(this.#end);
    return value;
  }

  /** A value in brackets, or inside them. Sets `#end`. */
  #value(start: number, depth: number): Json {
    if (this.isBracket(start)) return this.#brackets(start, depth);
    if (this.#scalars.isQuoted(start)) return this.#quoted(start);
    return this.#scalars.resolve(this.#plain(start));
  }

  #quoted(start: number): string {
    const close = this.#scalars.closingQuote(start);
    this.#end = close + 1;
    return this.#scalars.quotedOnLine(start, close);
  }

  #plain(start: number): string {
    FLOW_PLAIN.lastIndex = start;
    const text = FLOW_PLAIN.exec(this.#text)?.[0].trimEnd() ?? refuse();
    this.#end = start + text.length;
    return text;
  }

  #brackets(start: number, depth: number): Json {
    const isObject = this.#text[start] === '{';
    const [object, array]: [MutableObject, Json[]] = [{}, []];
    const close = isObject ? '}' : ']';
    checkDepth(depth + 1);
    let next = this.#lines.skipSpaces(start + 1);
    while (this.#text[next] !== close) {
      if (isObject) this.#member(object, next, depth + 1);
      else {
        const member = this.#members.open(undefined, start, next);
        array.push(this.#value(next, depth + 1));
        this.#members.close(member, this.#end);
      }
      next = this.#lines.skipSpaces(this.#end);
      if (this.#text[next] === close) break;
      if (this.#text[next] !== ',') refuse();
      next = this.#lines.skipSpaces(next + 1);
      if (this.#text[next] === close) refuse();
    }
    this.#end = next + 1;
    return isObject ? object : array;
  }

  #member(object: MutableObject, start: number, depth: number): void {
    const key = this.#scalars.isQuoted(start) ? this.#quoted(start) : this.#plain(start);
    const colon = this.#end;
    if (this.#text[colon] !== ':' || this.#text[colon + 1] !== ' ') refuse();
    const offset = this.#lines.skipSpaces(colon + 1);
    const member = this.#members.open(key, start, offset);
    setOnce(object, key, this.#value(offset, depth));
    this.#members.close(member, this.#end);
  }
}

/** A key that is there already is for the full reader to report, as is one that means more than itself. */
export function setOnce(object: MutableObject, key: string, value: Json): void {
  if (object[key] === undefined) object[key] = value;
  else if (Object.hasOwn(object, key)) refuse();
  else setField(object, key, value);
  if (key === '<<') refuse();
}

export function checkDepth(depth: number): void {
  if (depth > MAX_PLAIN_DEPTH) refuse();
}
