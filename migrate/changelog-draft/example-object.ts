import { evaluate } from '../../diff/schema/inclusion/evaluate.js';
import { sample, sampleOfBoth } from '../../diff/schema/inclusion/sample.js';
import { schemaWith } from '../../diff/schema/part.js';
import type { Schema } from '../../openapi/model/schema.js';
import { isObject, type Json, setField } from '../../openapi/source/json.js';
import { declared, type ExampleBook } from './example-book.js';

/** Stands for a text that may be anything. */
export const ANY_TEXT = '…';

/** Makes small valid objects that read well: with the values that documents give as examples, where they give any. */
export class ExampleObjects {
  readonly #book: ExampleBook;

  constructor(book: ExampleBook) {
    this.#book = book;
  }

  /** An object with the named properties and whatever else it needs; `undefined` where none is found. */
  with(schemas: readonly Schema[], names: readonly string[]): Json | undefined {
    const properties = new Map<string, Schema>();
    for (const name of names) {
      const parts = declared(schemas, name);
      const value = parts.length === 0 ? undefined : (this.#book.of(parts)[0] ?? sample(parts, 'open'));
      if (value === undefined) return undefined;
      properties.set(name, schemaWith({ const: value }));
    }
    const holder = schemaWith({ types: ['object'], required: [...properties.keys()], properties });
    const value = sampleOfBoth(schemas, [holder], 'open');
    return value === undefined ? undefined : this.told(value, schemas, names);
  }

  /** The same object as people write it, as long as it stays valid; the named properties come first and hold what they hold. */
  told(value: Json, schemas: readonly Schema[], names: readonly string[]): Json {
    if (!isObject(value)) return value;
    let best: Readonly<Record<string, Json | undefined>> = value;
    const attempt = (name: string, member: Json): boolean => {
      const changed: Record<string, Json | undefined> = { ...best };
      setField(changed, name, member);
      if (evaluate(schemas, changed) !== true) return false;
      best = changed;
      return true;
    };
    for (const name of Object.keys(value)) {
      const own = this.#book.of(declared(schemas, name));
      const [first] = own;
      if (first !== undefined && !names.includes(name) && attempt(name, first)) continue;
      const member = best[name];
      if (typeof member === 'string' && /^a?$/.test(member) && !own.includes(member)) attempt(name, ANY_TEXT);
    }
    return best;
  }
}
