import { emptyFor, type Json } from '../source/json.js';
import { MemberTable } from './member-table.js';
import { checkDepth, type MutableObject, PlainYamlFlow, setOnce } from './plain-yaml-flow.js';
import { NotPlain, PlainYamlLines, refuse } from './plain-yaml-lines.js';
import { LONGEST_KEY, PlainYamlScalars } from './plain-yaml-scalars.js';
import { SIMPLE_ITEM, SIMPLE_MEMBER } from './plain-yaml-simple.js';
import { type ParsedYaml, PlainYamlVersion, type Twin } from './plain-yaml-version.js';

/** What no plain document holds: tabs, carriage returns, marks of byte order, and characters YAML forbids. */
const ODD_CHARACTER = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

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
  readonly #members: MemberTable;
  readonly #flow: PlainYamlFlow;
  #depth = 0;

  constructor(lines: PlainYamlLines, other: ParsedYaml | undefined) {
    this.#text = lines.text;
    this.#lines = lines;
    lines.start(lines.text.startsWith('---\n') ? 4 : 0);
    this.#members = new MemberTable(lines.position);
    this.#scalars = new PlainYamlScalars(lines);
    this.#flow = new PlainYamlFlow(lines, this.#scalars, this.#members);
    this.#version = other && new PlainYamlVersion(other, lines);
  }

  read(): ParsedYaml {
    if (this.#lines.indent !== 0) refuse();
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
    const object = emptyFor(this.#text, this.#lines.position);
    checkDepth(++this.#depth);
    while (this.#lines.indent === indent) {
      const start = this.#lines.position;
      if (this.#simpleMember(object, start, indent, twin)) continue;
      const colon = this.#scalars.colonAfter(start);
      if (colon < 0) refuse();
      const key = this.#scalars.key(start, colon);
      setOnce(object, key, this.#valueAfter(colon + 1, indent, key, start, twin));
    }
    if (this.#lines.indent > indent) refuse();
    this.#depth--;
    return object;
  }

  /** Reads a member that is written as most are; says whether it is. */
  #simpleMember(object: MutableObject, start: number, indent: number, twin: Twin | undefined): boolean {
    SIMPLE_MEMBER.lastIndex = start;
    const match = SIMPLE_MEMBER.exec(this.#text);
    if (match === null) return false;
    const next = SIMPLE_MEMBER.lastIndex;
    const column = this.#lines.columnOf(next);
    const plain = match[4];
    const text = plain ?? match[5] ?? match[6];
    const isBelow = column > indent || (column === indent && this.#lines.isDash(next));
    if (text === undefined ? !isBelow : column > indent) return false;
    const plainKey = match[1];
    const key = plainKey ?? match[2] ?? match[3] ?? '';
    if (plainKey !== undefined && key.length > LONGEST_KEY) refuse();
    this.#lines.goTo(next, column);
    // After the key stand its quotes, a colon and a space.
    const offset = text === undefined ? next : start + key.length + (plainKey === undefined ? 4 : 2);
    const member = this.#members.open(key, start, offset);
    let value: Json;
    if (text === undefined) value = this.#block(indent, member, twin, key);
    else value = plain === undefined ? text : this.#scalars.resolve(plain);
    this.#close(member);
    setOnce(object, key, value);
    return true;
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
    if (this.#flow.isBracket(start)) return this.#flow.toLineEnd(start, this.#depth);
    if (this.#scalars.colonAfter(start) >= 0) return this.#mapping(this.#lines.indent, twin);
    if (this.#scalars.isQuoted(start)) return this.#scalars.quoted(start, parent);
    return this.#scalars.plain(start, parent);
  }

  /** A block sequence whose dashes stand at an indent. */
  #sequence(indent: number, twin: Twin | undefined): Json {
    const array: Json[] = [];
    const first = this.#lines.position;
    checkDepth(++this.#depth);
    while (this.#lines.indent === indent && this.#lines.isDash(this.#lines.position)) {
      if (this.#simpleItem(array, this.#lines.position, indent, first)) continue;
      array.push(this.#item(this.#lines.position, indent, first, twin, String(array.length)));
    }
    if (this.#lines.indent > indent) refuse();
    this.#depth--;
    return array;
  }

  /** Reads an item that is written as most scalars are; says whether it is. */
  #simpleItem(array: Json[], dash: number, indent: number, first: number): boolean {
    SIMPLE_ITEM.lastIndex = dash;
    const match = SIMPLE_ITEM.exec(this.#text);
    if (match === null) return false;
    const next = SIMPLE_ITEM.lastIndex;
    const column = this.#lines.columnOf(next);
    if (column > indent) return false;
    this.#lines.goTo(next, column);
    this.#close(this.#members.open(undefined, first, dash + 2));
    const plain = match[1];
    array.push(plain === undefined ? (match[2] ?? match[3] ?? '') : this.#scalars.resolve(plain));
    return true;
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
    if (!this.#lines.isDash(start) && (this.#flow.isBracket(start) || this.#scalars.colonAfter(start) < 0)) {
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
    else if (this.#flow.isBracket(start)) value = this.#flow.toLineEnd(start, this.#depth);
    else if (this.#scalars.isQuoted(start)) value = this.#scalars.quoted(start, parent);
    else value = this.#scalars.plain(start, parent);
    this.#close(member);
    return value;
  }
}
