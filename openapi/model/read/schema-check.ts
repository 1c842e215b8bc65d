import { field, isArray, isObject, type Json, type JsonObject } from '../../source/json.js';
import type { Origin } from '../../source/origin.js';
import type { ReadContext } from './context.js';
import { schemaPointer } from './discriminator-target.js';
import { isPlainKeyword } from './plain-keyword.js';
import type { PlainParts } from './plain-parts.js';
import type { PlainReferences } from './plain-references.js';
import { SCHEMA_KEYWORDS, SCHEMA_LIST_KEYWORDS, SCHEMA_MAP_KEYWORDS } from './schema-vocabulary.js';
import type { Trail } from './trail.js';

/**
 * Looks through the text of schemas for what the reader might complain about, without making anything of it. It errs on one side
 * only: where it finds nothing, the reader finds neither fault nor warning; what looks suspicious is handed to the reader.
 */
export class SchemaCheck {
  readonly #isLine30: boolean;
  readonly #references: PlainReferences;
  readonly #trail: Trail;
  readonly #parts: PlainParts;
  readonly #suspect: (raw: Json, origin: Origin) => void;

  /** @param suspect takes what the reader has to read now */
  constructor(context: ReadContext, suspect: (raw: Json, origin: Origin) => void) {
    this.#isLine30 = context.line === '3.0';
    this.#references = context.references;
    this.#trail = context.trail;
    this.#parts = context.plainParts;
    this.#suspect = suspect;
  }

  /**
   * Looks through the schema at the end of the trail and all schemas written inside it. The depth of documents is limited, so that
   * a recursion will do.
   * @param key the last of the trail
   */
  visit(raw: Json, key: string): void {
    this.#parts.isPlain(raw, this.#references, () => {
      this.#visit(raw, key);
      return true;
    });
  }

  #visit(raw: Json, key: string): void {
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
      if (keyword === 'discriminator' && !this.#namesSchemas(value)) isFine = false;
      this.#trail.push(keyword);
      this.#children(keyword, value);
      this.#trail.pop();
    }
    if (!isFine) this.#report(raw);
  }

  /** Whether everything that a discriminator stands for is a component schema. */
  #namesSchemas(discriminator: Json): boolean {
    if (!isObject(discriminator)) return false;
    const mapping = field(discriminator, 'mapping');
    const texts = [field(discriminator, 'defaultMapping'), ...(isObject(mapping) ? Object.values(mapping) : [])];
    return texts.every((text) => text === undefined || this.#references.isPlain('schemas', schemaPointer(text)));
  }

  /** Visits what the reader would read as schemas. */
  #children(keyword: string, value: Json): void {
    if (SCHEMA_KEYWORDS.has(keyword)) {
      if (keyword === 'items' && isArray(value)) this.#list(value);
      else this.#visit(value, keyword);
    } else if (SCHEMA_MAP_KEYWORDS.has(keyword)) {
      if (isObject(value)) this.#map(value);
    } else if (SCHEMA_LIST_KEYWORDS.has(keyword) && isArray(value)) {
      this.#list(value);
    }
  }

  #map(schemas: JsonObject): void {
    for (const name in schemas) {
      this.#trail.push(name);
      this.#visit(schemas[name] ?? null, name);
      this.#trail.pop();
    }
  }

  #list(schemas: readonly Json[]): void {
    for (let index = 0; index < schemas.length; index++) {
      this.#trail.push(index);
      this.#visit(schemas[index] ?? null, '');
      this.#trail.pop();
    }
  }

  #report(raw: Json): void {
    this.#parts.suspect();
    this.#suspect(raw, this.#trail.origin());
  }
}
