import { field, isArray, isObject, type Json, type JsonObject, setField } from '../source/json.js';
import { endOfWord, JsonIndex, type JsonMembers } from './json-index.js';
import { endOfString } from './json-outline.js';
import { surveyJson } from './json-survey.js';
import type { JsonText } from './json-text.js';
import { isIdentifier } from './loaded-file.js';
import type { ParsedJson } from './parsed-json.js';
import { VersionBrackets } from './version-brackets.js';
import { withFirst } from './version-member.js';

/** Shorter text is parsed before it is compared. */
const WORTH_COMPARING = 65_536;
/** Comparing a member takes as long as parsing so many characters. */
const COST_OF_MEMBER = 64;
/** A shorter value that changed is parsed anew without looking for what stayed. */
const WORTH_DIVIDING = 2_048;

/**
 * Parses another version of a text. Where both hold the same characters the value of the first is taken over, so that only what
 * changed is parsed. `undefined` where that does not pay, or the text is not as usual.
 */
export function parseVersion(source: JsonText, other: ParsedJson): ParsedJson | undefined {
  // What an identifier does to references is not known part by part, and bytes mean other things than characters do.
  if (source.text.length < WORTH_COMPARING || other.usesIds || other.source.isBytes !== source.isBytes)
    return undefined;
  try {
    return new VersionParser(source, other).parse();
  } catch (error) {
    // What is wrong is found and told by those who read the text as a whole.
    if (error instanceof Unusual || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

class Unusual extends Error {
  override readonly name = 'Unusual';
}

function giveUp(reason: string): never {
  throw new Unusual(reason);
}

class VersionParser {
  readonly #source: JsonText;
  readonly #text: string;
  readonly #other: ParsedJson;
  readonly #brackets: VersionBrackets;
  #offset = 0;
  #depth = 0;
  /** Characters that need not be parsed, less those that comparing costs. */
  #gain = WORTH_COMPARING;

  constructor(source: JsonText, other: ParsedJson) {
    this.#source = source;
    this.#text = source.text;
    this.#other = other;
    this.#brackets = new VersionBrackets(other.index);
  }

  parse(): ParsedJson {
    const [source, brackets] = [this.#source, this.#brackets];
    this.#skipSpace(0);
    const value = this.#value(this.#other.value, this.#other.index.locate([])?.value);
    this.#skipSpace(this.#offset);
    if (this.#offset !== source.text.length) giveUp('There is more text.');
    return { source, value, usesIds: false, index: new JsonIndex(source, brackets) };
  }

  /** Reads the value at the offset. The other version has the given one, if any, in its place. */
  #value(other?: Json, otherStart?: number): Json {
    if (other === undefined || otherStart === undefined || other === null) return this.#newValue();
    if (typeof other !== 'object' && typeof other !== 'string') return this.#newValue();
    const otherEnd = this.#other.index.endOf(otherStart);
    if (this.#shares(this.#offset, otherStart, otherEnd)) {
      if (typeof other === 'object') this.#brackets.share(this.#offset, otherStart, otherEnd - otherStart);
      this.#offset += otherEnd - otherStart;
      this.#gain += otherEnd - otherStart;
      return other;
    }
    if (otherEnd - otherStart < WORTH_DIVIDING) return this.#newValue();
    const code = this.#text[this.#offset];
    if (code === '{' && isObject(other)) return this.#object(other, otherStart);
    if (code === '[' && isArray(other)) return this.#array(other, otherStart);
    return this.#newValue();
  }

  #shares(start: number, otherStart: number, otherEnd: number): boolean {
    return (
      this.#text.slice(start, start + otherEnd - otherStart) === this.#other.source.text.slice(otherStart, otherEnd)
    );
  }

  #object(other: JsonObject, otherStart: number): Json {
    const bracket = this.#open();
    const members = this.#other.index.membersOf(otherStart);
    const changed = new Map<string, Json>();
    let likely = this.#readAlike('}', members, otherStart, (member, at) => {
      const name = members.nameOf(member);
      changed.set(name, this.#value(field(other, name), at));
    });
    const object = withFirst(other, changed, members, likely);
    while (this.#text[this.#offset] !== '}') {
      const name = this.#key(members, likely);
      if (isIdentifier(name) || Object.hasOwn(object, name)) giveUp('The key means more than itself.');
      const member = members.numberOf(name);
      // Members mostly stand in the same order.
      if (member !== undefined && member >= likely) likely = member + 1;
      setField(
        object,
        name,
        this.#value(field(other, name), member === undefined ? undefined : members.values[member]),
      );
      this.#next('}');
    }
    this.#close(bracket);
    return object;
  }

  #array(other: readonly Json[], otherStart: number): Json {
    const bracket = this.#open();
    const array = [...other];
    const { values } = this.#other.index.membersOf(otherStart);
    array.length = this.#readAlike(']', this.#other.index.membersOf(otherStart), otherStart, (item, at) => {
      array[item] = this.#value(array[item], at);
    });
    while (this.#text[this.#offset] !== ']') {
      array.push(this.#value(other[array.length], values[array.length]));
      this.#next(']');
    }
    this.#close(bracket);
    return array;
  }

  /** Goes into a container, to its first member or its end. */
  #open(): number {
    this.#depth++;
    const bracket = this.#brackets.open(this.#offset);
    this.#skipSpace(this.#offset + 1);
    return bracket;
  }

  /** Goes on after a member, to the next one or the end of the container. */
  #next(close: '}' | ']'): void {
    this.#gain -= COST_OF_MEMBER;
    if (this.#gain < 0) giveUp('Too much has changed.');
    this.#skipSpace(this.#offset);
    if (this.#text[this.#offset] === close) return;
    if (this.#text[this.#offset] !== ',') giveUp('A comma is missing.');
    this.#skipSpace(this.#offset + 1);
    if (this.#text[this.#offset] === close) giveUp('A comma is left over.');
  }

  /** Goes out of a container. */
  #close(bracket: number): void {
    this.#depth--;
    this.#brackets.close(bracket, this.#offset);
    this.#offset++;
  }

  /**
   * Reads the members of a container that are those of the other version, in its order, and gives their number. Of those with the
   * same text nothing is to be done.
   * @param read reads the value of a member, which stands in the other version at an offset
   */
  #readAlike(
    close: '}' | ']',
    members: JsonMembers,
    otherStart: number,
    read: (member: number, at: number) => void,
  ): number {
    const end = this.#other.index.closeOf(otherStart);
    for (let index = 0; ; index++) {
      const passed = this.#takeOver(members, index, end);
      const [start, at] = [members.starts[passed], members.values[passed]];
      if (start === undefined || at === undefined || this.#text[this.#offset] === close) return passed;
      if (!this.#shares(this.#offset, start, at)) return passed;
      this.#offset += at - start;
      read(passed, at);
      this.#next(close);
      index = passed;
    }
  }

  /** Passes all members of the same text from one on; gives the first that is not, or the number of all. */
  #takeOver({ starts }: JsonMembers, from: number, end: number): number {
    const start = this.#offset;
    const otherStart = starts[from] ?? end;
    let passed = from;
    // Twice as many at a time as long as they are the same, then half as many.
    let isSame = true;
    for (let count = 1; count > 0 && passed < starts.length; count = isSame ? count * 2 : count >> 1) {
      const next = Math.min(passed + count, starts.length);
      const [at, until] = [starts[passed] ?? end, starts[next] ?? end];
      // The bracket says that no other member follows.
      if (this.#shares(this.#offset, at, next === starts.length ? end + 1 : until)) {
        this.#offset += until - at;
        passed = next;
      } else {
        isSame = false;
      }
    }
    const length = this.#offset - start;
    if (length > 0) this.#brackets.share(start, otherStart, length);
    this.#gain += length;
    return passed;
  }

  /** Reads a key, which may be that of a member, and goes to its value. */
  #key(members: JsonMembers, likely: number): string {
    const [start, value] = [members.starts[likely], members.values[likely]];
    if (start !== undefined && value !== undefined && this.#shares(this.#offset, start, value)) {
      this.#skipSpace(this.#offset + value - start);
      return members.nameOf(likely);
    }
    if (this.#text[this.#offset] !== '"') giveUp('A key is missing.');
    const end = endOfString(this.#text, this.#offset) + 1;
    const parsed: string = JSON.parse(this.#source.read(this.#offset, end));
    this.#skipSpace(end);
    if (this.#text[this.#offset] !== ':') giveUp('A colon is missing.');
    this.#skipSpace(this.#offset + 1);
    return parsed;
  }

  #newValue(): Json {
    const start = this.#offset;
    const first = this.#text[start];
    const keys = this.#brackets.keys;
    if (first === '{' || first === '[') this.#offset = this.#brackets.read(this.#text, start);
    else if (first === '"') this.#offset = endOfString(this.#text, start) + 1;
    else this.#offset = endOfWord(this.#text, start);
    const value: Json = JSON.parse(this.#source.read(start, this.#offset));
    const survey = surveyJson(value, this.#depth);
    if (survey === undefined || survey.usesIds || survey.keys !== this.#brackets.keys - keys) giveUp('It is unusual.');
    return value;
  }

  /** Goes to what follows an offset and space as JSON has it. */
  #skipSpace(offset: number): void {
    let after = offset;
    let code = this.#text.charCodeAt(after);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) code = this.#text.charCodeAt(++after);
    this.#offset = after;
  }
}
