import { describeType, field, isArray, isObject, type Json, type JsonObject } from '../../source/json.js';
import type { Origin } from '../../source/origin.js';
import { nearest } from '../../source/suggest.js';
import type { SpecificationLine } from '../document.js';
import type { ReadContext } from './context.js';

/** Texts for people. In YAML a key that nothing follows is null, and means that there is none. */
const TEXTS: ReadonlySet<string> = new Set(['description', 'summary']);

const NONE: readonly never[] = [];
const NO_EXTENSIONS: ReadonlyMap<string, Json> = new Map();

/** Typed access to the fields of one OpenAPI object. A field of the wrong type is a fault and reads as absent. */
export class Fields {
  readonly context: ReadContext;
  readonly raw: JsonObject;
  readonly origin: Origin;
  /** The name of the object in the specification, for messages. */
  readonly what: string;

  constructor(context: ReadContext, raw: JsonObject, origin: Origin, what: string) {
    this.context = context;
    this.raw = raw;
    this.origin = origin;
    this.what = what;
  }

  /** Fields of a value that must be an object. */
  static of(context: ReadContext, raw: Json, origin: Origin, what: string): Fields | undefined {
    if (isObject(raw)) return new Fields(context, raw, origin, what);
    context.fault('type', origin, `${what} must be an object, not ${describeType(raw)}.`);
    return undefined;
  }

  /** Fields of the object behind a reference. */
  static behind(context: ReadContext, raw: Json, origin: Origin, what: string): Fields | undefined {
    // Texts may stand beside a reference since OpenAPI 3.1.
    if (context.line !== '3.0' && isObject(raw) && field(raw, '$ref') !== undefined) {
      const beside = new Fields(context, raw, origin, 'A reference');
      for (const key of TEXTS) beside.note(key);
    }
    const found = context.dereference(raw, origin, what);
    return found === undefined ? undefined : Fields.of(context, found.raw, found.origin, what);
  }

  get(key: string): Json | undefined {
    return field(this.raw, key);
  }

  string(key: string): string | undefined {
    const value = this.get(key);
    if (value === undefined || typeof value === 'string') return value;
    if (value === null && TEXTS.has(key)) {
      this.context.warn('empty-text', this.origin.at(key), `"${key}" must be a string; null is read as no ${key}.`);
    } else {
      this.#wrong(key, 'a string', value);
    }
    return undefined;
  }

  /** A required string; a missing one is a fault and reads as empty. */
  requiredString(key: string): string {
    if (this.get(key) === undefined) this.missing(key);
    return this.string(key) ?? '';
  }

  boolean(key: string): boolean | undefined {
    const value = this.get(key);
    if (value === undefined || typeof value === 'boolean') return value;
    this.#wrong(key, 'true or false', value);
    return undefined;
  }

  object(key: string): Fields | undefined {
    const value = this.get(key);
    return value === undefined ? undefined : Fields.of(this.context, value, this.origin.at(key), `"${key}"`);
  }

  /** The items of an array. */
  items(key: string): readonly Json[] {
    const value = this.get(key);
    if (value === undefined) return NONE;
    if (isArray(value)) return value;
    this.#wrong(key, 'an array', value);
    return NONE;
  }

  /** The items of an array, with their origins. */
  list(key: string): readonly { readonly raw: Json; readonly origin: Origin }[] {
    const items = this.items(key);
    if (items.length === 0) return NONE;
    const origin = this.origin.at(key);
    return items.map((raw, index) => ({ raw, origin: origin.at(index) }));
  }

  strings(key: string): readonly string[] {
    const items = this.items(key);
    if (items.every((item) => typeof item === 'string')) return items;
    const strings: string[] = [];
    for (const { raw, origin } of this.list(key)) {
      if (typeof raw === 'string') strings.push(raw);
      else this.context.fault('type', origin, `The items of "${key}" must be strings, not ${describeType(raw)}.`);
    }
    return strings;
  }

  /** The members of an object that is used as a map. `x-…` members are left out unless `extensions` is true. */
  entries(
    key: string,
    extensions = true,
  ): readonly { readonly name: string; readonly raw: Json; readonly origin: Origin }[] {
    const fields = this.object(key);
    if (fields === undefined) return NONE;
    const entries: { name: string; raw: Json; origin: Origin }[] = [];
    for (const name in fields.raw) {
      if (!extensions && name.startsWith('x-')) continue;
      entries.push({ name, raw: fields.get(name) ?? null, origin: fields.origin.at(name) });
    }
    return entries;
  }

  extensions(): ReadonlyMap<string, Json> {
    let extensions: Map<string, Json> | undefined;
    // Every schema is asked: `for … in` is twice as fast as a list of keys, and objects of documents inherit nothing that it lists.
    for (const key in this.raw) {
      if (!key.startsWith('x-')) continue;
      extensions ??= new Map();
      extensions.set(key, this.get(key) ?? null);
    }
    return extensions ?? NO_EXTENSIONS;
  }

  /** A text that nothing depends on; one of the wrong type is told and left out. */
  note(key: string): string | undefined {
    const value = this.get(key);
    if (value === undefined || typeof value === 'string') return value;
    if (value === null && TEXTS.has(key)) return this.string(key);
    return this.#ignored(key, 'a string', value);
  }

  /** The same for what is true or false. */
  flag(key: string): boolean | undefined {
    const value = this.get(key);
    return value === undefined || typeof value === 'boolean' ? value : this.#ignored(key, 'true or false', value);
  }

  /** Tells that a list that nothing depends on is something else. */
  noteList(key: string): readonly Json[] {
    const value = this.get(key);
    if (value !== undefined && !isArray(value)) this.#ignored(key, 'an array', value);
    return value !== undefined && isArray(value) ? value : [];
  }

  /** The fields of an object that nothing depends on, as {@link note} reads them. */
  notes(key: string): Fields | undefined {
    const value = this.get(key);
    if (value === undefined || isObject(value))
      return value && new Fields(this.context, value, this.origin.at(key), `"${key}"`);
    return this.#ignored(key, 'an object', value);
  }

  /** Warns about a field that the line of the document does not have yet. */
  since(line: SpecificationLine, key: string): void {
    if (this.get(key) === undefined || this.context.line >= line) return;
    const message = `"${key}" exists since OpenAPI ${line}; it is read as meant there.`;
    this.context.warn('newer-field', this.origin.at(key), message, true);
  }

  /** Warns where a field is missing on which nothing depends. */
  noteMissing(key: string): void {
    if (this.get(key) !== undefined) return;
    this.context.warn('missing', this.origin, `${this.what} needs the field "${key}".`);
  }

  missing(key: string): void {
    this.context.fault('missing', this.origin, `${this.what} needs the field "${key}".`);
  }

  /** Warns about fields the specification does not know, with the one that was meant. */
  expectOnly(known: readonly string[]): void {
    for (const key in this.raw) {
      if (known.includes(key) || key.startsWith('x-')) continue;
      const meant = nearest(key, known);
      const advice = meant === undefined ? 'Remove it, or name it "x-…".' : `Did you mean "${meant}"?`;
      this.context.warn('unknown-field', this.origin.at(key), `${this.what} has no field "${key}". ${advice}`, true);
    }
  }

  #ignored(key: string, expected: string, value: Json): undefined {
    const message = `"${key}" must be ${expected}, not ${describeType(value)}; it is ignored.`;
    this.context.warn('ignored-type', this.origin.at(key), message);
    return undefined;
  }

  #wrong(key: string, expected: string, value: Json): void {
    this.context.fault('type', this.origin.at(key), `"${key}" must be ${expected}, not ${describeType(value)}.`);
  }
}
