import { type Json, setField } from '../source/json.js';
import { MemberTable } from './member-table.js';
import { NotPlain, PlainYamlLines, refuse } from './plain-yaml-lines.js';
import { PlainYamlScalars } from './plain-yaml-scalars.js';
import { type ParsedYaml, PlainYamlVersion, type Twin } from './plain-yaml-version.js';

/** Deeper documents are left to the full reader, which knows the exact limit. */
const MAX_PLAIN_DEPTH = 500;

/** What no plain document holds: tabs, carriage returns, marks of byte order, and characters YAML forbids. */
const ODD_CHARACTER = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

/** A plain scalar in brackets, in the characters that surely mean themselves. */
const FLOW_PLAIN = /(?:-\d|[A-Za-z0-9_./$])[A-Za-z0-9_./$ -]*/y;

type MutableObject = Record<string, Json | undefined>;

/**
 * Reads the part of YAML most documents keep to: block mappings and sequences, scalars in all styles, and brackets that close on
 * their line. It is several times faster than the full reader, which it leaves everything else to: it answers `undefined` for
 * whatever it does not know or does not find in order.
 * @param other another version of the text; mappings and sequences that both hold in one place are read once
 */
export function readPlainYaml(text: string, other?: ParsedYaml): ParsedYaml | undefined {
  if (ODD_CHARACTER.test(text)) return undefined;
  try {
    return new PlainYamlReader(new PlainYamlLines(text), other).read();
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

class PlainYamlReader {
  readonly #text: string;
  readonly #lines: PlainYamlLines;
  readonly #scalars: PlainYamlScalars;
  readonly #version: PlainYamlVersion | undefined;
  #members = new MemberTable(0);
  #depth = 0;
  /** Where what was read last inside brackets ends. */
  #flowEnd = 0;

  constructor(lines: PlainYamlLines, other: ParsedYaml | undefined) {
    this.#text = lines.text;
    this.#lines = lines;
    this.#scalars = new PlainYamlScalars(this.#lines);
    this.#version = other && new PlainYamlVersion(other, lines);
  }

  read(): ParsedYaml {
    this.#lines.start(this.#text.startsWith('---\n') ? 4 : 0);
    if (this.#lines.indent !== 0) refuse();
    this.#members = new MemberTable(this.#lines.position);
    const value = this.#mapping(0, this.#version?.top);
    if (this.#lines.indent >= 0) refuse();
    return { text: this.#text, value, members: this.#members };
  }

  /** Closes a member whose value ends where the lines are. */
  #close(member: number): void {
    this.#members.close(member, this.#lines.position);
  }

  /** A block mapping whose keys stand at an indent; its first key is that of the line. */
  #mapping(indent: number, twin?: Twin): Json {
    const object: MutableObject = {};
    this.#enter();
    while (this.#lines.indent === indent) {
      const start = this.#lines.position;
      const colon = this.#scalars.colonAfter(start);
      if (colon < 0) refuse();
      const key = this.#scalars.key(start, colon);
      this.#set(object, key, this.#valueAfter(colon + 1, indent, key, start, twin));
    }
    if (this.#lines.indent > indent) refuse();
    this.#depth--;
    return object;
  }

  /** The value after the colon of a key. */
  #valueAfter(offset: number, indent: number, key: string, keyOffset: number, parent: Twin | undefined): Json {
    if (!this.#lines.isLineEnd(offset)) return this.#inline(this.#lines.skipSpaces(offset), indent, key, keyOffset);
    this.#lines.finish(offset);
    const start = this.#lines.position;
    const isSequence = this.#lines.indent === indent && this.#lines.isDash(start);
    // A value that is left out stands where its key does.
    const isAbsent = this.#lines.indent <= indent && !isSequence;
    const member = this.#members.open(key, keyOffset, isAbsent ? keyOffset : start);
    const value = isAbsent ? null : this.#block(indent, member, parent, key);
    this.#close(member);
    return value;
  }

  /** The value of a member that begins where the lines are, and may be that of the other version. */
  #block(indent: number, member: number, parent: Twin | undefined, name: string): Json {
    const twin = parent && this.#version?.inside(parent, name);
    if (twin === undefined || !this.#version?.skip(twin)) return this.#node(indent, twin);
    this.#members.share(member, twin.member);
    return twin.value;
  }

  /** A value that begins with the line, which is indented deeper than its parent, or as deep and with a dash. */
  #node(parent: number, twin?: Twin): Json {
    const start = this.#lines.position;
    if (this.#lines.isDash(start)) return this.#sequence(this.#lines.indent, twin);
    const first = this.#text[start];
    if (first === '[' || first === '{') return this.#flowToLineEnd(start);
    if (this.#scalars.colonAfter(start) >= 0) return this.#mapping(this.#lines.indent, twin);
    if (this.#scalars.isQuoted(start)) return this.#scalars.quoted(start, parent);
    return this.#scalars.plain(start, parent);
  }

  /** A block sequence whose dashes stand at an indent. */
  #sequence(indent: number, twin: Twin | undefined): Json {
    const array: Json[] = [];
    const first = this.#lines.position;
    this.#enter();
    while (this.#lines.indent === indent && this.#lines.isDash(this.#lines.position)) {
      array.push(this.#item(this.#lines.position, indent, first, twin, String(array.length)));
    }
    if (this.#lines.indent > indent) refuse();
    this.#depth--;
    return array;
  }

  #item(dash: number, indent: number, first: number, parent: Twin | undefined, name: string): Json {
    const start = this.#lines.skipSpaces(dash + 1);
    if (this.#lines.isLineEnd(dash + 1)) {
      this.#lines.finish(dash + 1);
      const isAbsent = this.#lines.indent <= indent;
      // An item that is left out stands where the sequence does.
      const member = this.#members.open(undefined, first, isAbsent ? first : this.#lines.position);
      const value = isAbsent ? null : this.#block(indent, member, parent, name);
      this.#close(member);
      return value;
    }
    if (!this.#lines.isDash(start) && (this.#isBracket(start) || this.#scalars.colonAfter(start) < 0)) {
      return this.#inline(start, indent, undefined, first);
    }
    // What begins beside the dash goes on below, at the column where it begins.
    this.#lines.indent += start - dash;
    this.#lines.position = start;
    const member = this.#members.open(undefined, first, start);
    const value = this.#block(indent, member, parent, name);
    this.#close(member);
    return value;
  }

  /** A value on the line of its key or dash. */
  #inline(start: number, parent: number, key: string | undefined, keyOffset: number): Json {
    const first = this.#text[start];
    const isBlock = first === '|' || first === '>';
    const offset = isBlock ? this.#scalars.blockStart(start) : start;
    const member = this.#members.open(key, keyOffset, offset);
    let value: Json;
    if (isBlock) value = this.#scalars.block(start, parent);
    else if (this.#isBracket(start)) value = this.#flowToLineEnd(start);
    else if (this.#scalars.isQuoted(start)) value = this.#scalars.quoted(start, parent);
    else value = this.#scalars.plain(start, parent);
    this.#close(member);
    return value;
  }

  #isBracket(offset: number): boolean {
    return this.#text[offset] === '[' || this.#text[offset] === '{';
  }

  #flowToLineEnd(start: number): Json {
    const value = this.#flow(start);
    this.#lines.finish(this.#flowEnd);
    return value;
  }

  /** A value in brackets, or inside them. Sets `#flowEnd`. */
  #flow(start: number): Json {
    if (this.#isBracket(start)) return this.#brackets(start);
    if (this.#scalars.isQuoted(start)) {
      const close = this.#scalars.closingQuote(start);
      this.#flowEnd = close + 1;
      return this.#scalars.quotedOnLine(start, close);
    }
    return this.#scalars.resolve(this.#flowPlain(start));
  }

  #flowPlain(start: number): string {
    FLOW_PLAIN.lastIndex = start;
    const text = FLOW_PLAIN.exec(this.#text)?.[0].trimEnd() ?? refuse();
    this.#flowEnd = start + text.length;
    return text;
  }

  #brackets(start: number): Json {
    const isObject = this.#text[start] === '{';
    const [object, array]: [MutableObject, Json[]] = [{}, []];
    const close = isObject ? '}' : ']';
    this.#enter();
    let next = this.#lines.skipSpaces(start + 1);
    while (this.#text[next] !== close) {
      if (isObject) this.#flowMember(object, next);
      else {
        const member = this.#members.open(undefined, start, next);
        array.push(this.#flow(next));
        this.#members.close(member, this.#flowEnd);
      }
      next = this.#lines.skipSpaces(this.#flowEnd);
      if (this.#text[next] === close) break;
      if (this.#text[next] !== ',') refuse();
      next = this.#lines.skipSpaces(next + 1);
      if (this.#text[next] === close) refuse();
    }
    this.#depth--;
    this.#flowEnd = next + 1;
    return isObject ? object : array;
  }

  #flowMember(object: MutableObject, start: number): void {
    const isQuoted = this.#scalars.isQuoted(start);
    const key = isQuoted ? String(this.#flow(start)) : this.#flowPlain(start);
    const colon = this.#flowEnd;
    if (this.#text[colon] !== ':' || this.#text[colon + 1] !== ' ') refuse();
    const offset = this.#lines.skipSpaces(colon + 1);
    const member = this.#members.open(key, start, offset);
    this.#set(object, key, this.#flow(offset));
    this.#members.close(member, this.#flowEnd);
  }

  /** A key that is there already is for the full reader to report, as is one that means more than itself. */
  #set(object: MutableObject, key: string, value: Json): void {
    if (object[key] === undefined) object[key] = value;
    else if (Object.hasOwn(object, key)) refuse();
    else setField(object, key, value);
    if (key === '<<') refuse();
  }

  #enter(): void {
    if (++this.#depth > MAX_PLAIN_DEPTH) refuse();
  }
}
