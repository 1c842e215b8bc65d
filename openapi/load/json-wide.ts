import { field, isArray, isObject, type Json, setField } from '../source/json.js';
import type { JsonIndex } from './json-index.js';
import type { JsonText } from './json-text.js';

/**
 * What a text of bytes says, with everything beyond ASCII as the file has it.
 * @param value what `JSON.parse` made of the text, for this alone: it is changed
 */
export function withWide(value: Json, source: JsonText, index: JsonIndex): Json {
  const start = index.locate([])?.value;
  return source.wide.length === 0 || start === undefined ? value : new WideReader(source, index).read(value, start);
}

class WideReader {
  readonly #source: JsonText;
  readonly #index: JsonIndex;
  /** How many of the places were passed. */
  #passed = 0;

  constructor(source: JsonText, index: JsonIndex) {
    this.#source = source;
    this.#index = index;
  }

  /** Reads the value that begins at an offset, in which one of the places stands. */
  read(value: Json, start: number): Json {
    if (!isArray(value) && !isObject(value)) return this.#anew(start);
    const members = this.#index.membersOf(start);
    for (let member = 0; member < members.size; member++) {
      const at = members.values[member] ?? start;
      // The value has another name for it.
      if (this.#nextBefore(at)) return this.#anew(start);
      if (!this.#nextBefore(members.starts[member + 1] ?? this.#index.endOf(at))) continue;
      // Nobody else has seen the value yet.
      if (isArray(value)) {
        (value as Json[])[member] = this.read(value[member] ?? null, at);
      } else {
        const name = members.nameOf(member);
        setField(value as Record<string, Json>, name, this.read(field(value, name) ?? null, at));
      }
    }
    return value;
  }

  #nextBefore(offset: number): boolean {
    return (this.#source.wide[this.#passed] ?? Number.POSITIVE_INFINITY) < offset;
  }

  #anew(start: number): Json {
    const end = this.#index.endOf(start);
    while (this.#nextBefore(end)) this.#passed++;
    return JSON.parse(this.#source.read(start, end));
  }
}
