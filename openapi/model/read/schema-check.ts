import { field, isArray, isObject, type Json, type JsonObject } from '../../source/json.js';
import type { Origin } from '../../source/origin.js';
import type { SpecificationLine } from '../document.js';
import { isPlainKeyword } from './plain-keyword.js';
import type { PlainReferences } from './plain-references.js';
import { SCHEMA_KEYWORDS, SCHEMA_LIST_KEYWORDS, SCHEMA_MAP_KEYWORDS } from './schema-vocabulary.js';

/**
 * Looks through the text of schemas for what the reader might complain about, without making anything of it. It errs on one side
 * only: where it finds nothing, the reader finds neither fault nor warning; what looks suspicious is handed to the reader.
 */
export class SchemaCheck {
  readonly #isLine30: boolean;
  readonly #references: PlainReferences;
  readonly #suspect: (raw: Json, origin: Origin) => void;
  /** The keys from the schema that is visited to the value that is looked at. */
  readonly #path: (string | number)[] = [];
  #start: Origin | undefined;

  /** @param suspect takes what the reader has to read now */
  constructor(line: SpecificationLine, references: PlainReferences, suspect: (raw: Json, origin: Origin) => void) {
    this.#isLine30 = line === '3.0';
    this.#references = references;
    this.#suspect = suspect;
  }

  /** Looks through a schema and all schemas written inside it; the depth of documents is limited, so that a recursion will do. */
  visit(raw: Json, origin: Origin): void {
    this.#start = origin;
    this.#schema(raw, origin.key);
  }

  #schema(raw: Json, key: string): void {
    if (!isObject(raw)) {
      const isFine = typeof raw === 'boolean' && (!this.#isLine30 || key === 'additionalProperties');
      if (!isFine) this.#report(raw);
      return;
    }
    const reference = field(raw, '$ref');
    let isFine = reference === undefined || this.#references.isPlain('schemas', reference);
    if (reference !== undefined && this.#isLine30) {
      // What stands beside the reference is not read, but for this.
      if (!isFine || field(raw, 'nullable') === true) this.#report(raw);
      return;
    }
    for (const keyword in raw) {
      const value = raw[keyword] ?? null;
      if (!isPlainKeyword(keyword, value, raw, this.#isLine30)) isFine = false;
      if (typeof value !== 'object' && !SCHEMA_KEYWORDS.has(keyword)) continue;
      this.#path.push(keyword);
      this.#children(keyword, value);
      this.#path.pop();
    }
    if (!isFine) this.#report(raw);
  }

  /** Visits what the reader would read as schemas. */
  #children(keyword: string, value: Json): void {
    if (SCHEMA_KEYWORDS.has(keyword)) {
      if (keyword === 'items' && isArray(value)) this.#list(value);
      else this.#schema(value, keyword);
    } else if (SCHEMA_MAP_KEYWORDS.has(keyword)) {
      if (isObject(value)) this.#map(value);
    } else if (SCHEMA_LIST_KEYWORDS.has(keyword) && isArray(value)) {
      this.#list(value);
    }
  }

  #map(schemas: JsonObject): void {
    for (const name in schemas) {
      this.#path.push(name);
      this.#schema(schemas[name] ?? null, name);
      this.#path.pop();
    }
  }

  #list(schemas: readonly Json[]): void {
    for (let index = 0; index < schemas.length; index++) {
      this.#path.push(index);
      this.#schema(schemas[index] ?? null, '');
      this.#path.pop();
    }
  }

  #report(raw: Json): void {
    let origin = this.#start;
    for (const key of this.#path) origin = origin?.at(key);
    if (origin !== undefined) this.#suspect(raw, origin);
  }
}
