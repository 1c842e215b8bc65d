import { field, isArray, isObject, type Json, type JsonObject } from '../../source/json.js';
import type { Findings } from './findings.js';
import { type PlainKeyword, plainKeywords } from './plain-keyword.js';

/**
 * Looks through the text of schemas for what the reader might complain about, without making anything of it. It errs on one side
 * only: where it finds nothing, the reader finds neither fault nor warning; what looks suspicious is handed to the reader.
 */
export class SchemaCheck {
  readonly #isLine30: boolean;
  readonly #findings: Findings;
  readonly #keywords: ReadonlyMap<string, PlainKeyword>;

  constructor(isLine30: boolean, findings: Findings) {
    this.#isLine30 = isLine30;
    this.#findings = findings;
    this.#keywords = plainKeywords(isLine30);
  }

  /**
   * Looks through the schema at the end of the trail and all schemas written inside it. The depth of documents is limited, so that
   * a recursion will do.
   */
  visit(raw: Json, depth: number): void {
    // A reference is looked at in no time.
    if (!isObject(raw) || field(raw, '$ref') !== undefined) {
      this.look(raw, depth);
    } else if (!this.#findings.recall(raw, depth)) {
      const mark = this.#findings.mark();
      this.look(raw, depth);
      this.#findings.remember(raw, depth, mark);
    }
  }

  /** The same for a schema that is not worth remembering. */
  look(raw: Json, depth: number): void {
    const { references, trail } = this.#findings;
    if (!isObject(raw)) {
      const isFine = typeof raw === 'boolean' && (!this.#isLine30 || trail.keyAt(depth) === 'additionalProperties');
      if (!isFine) this.#findings.suspect(raw, depth);
      return;
    }
    let isFine = true;
    let isNullable = false;
    for (const key in raw) {
      if (key === '$ref' && this.#isLine30) {
        this.#reference(raw, depth);
        return;
      }
      const keyword = this.#keywords.get(key);
      if (keyword === undefined) continue;
      const value = raw[key] ?? null;
      if (!keyword.isPlain(value, raw, references)) {
        if (key === 'nullable' && value === true && this.#isLine30) isNullable = true;
        else isFine = false;
      }
      if (keyword.holds === undefined || (this.#isLine30 && field(raw, '$ref') !== undefined)) continue;
      trail.keys[depth] = key;
      this.#children(keyword.holds, value, depth + 1);
    }
    if (!isFine) this.#findings.suspect(raw, depth);
    else if (isNullable) this.#findings.suspect(raw, depth, 'nullable');
  }

  /** In OpenAPI 3.0 what stands beside a reference is not read, but for `nullable`. */
  #reference(raw: JsonObject, depth: number): void {
    const isPlain = this.#findings.references.isPlain('schemas', field(raw, '$ref') ?? null);
    if (!isPlain) this.#findings.suspect(raw, depth);
    else if (field(raw, 'nullable') === true) this.#findings.suspect(raw, depth, 'nullable');
  }

  /** Visits what the reader would read as schemas. */
  #children(holds: NonNullable<PlainKeyword['holds']>, value: Json, depth: number): void {
    if (holds === 'map') {
      if (isObject(value)) this.#map(value, depth);
    } else if (isArray(value) && holds !== 'schema') {
      this.#list(value, depth);
    } else if (holds !== 'list') {
      this.look(value, depth);
    }
  }

  #map(schemas: JsonObject, depth: number): void {
    const { keys } = this.#findings.trail;
    for (const name in schemas) {
      keys[depth] = name;
      this.look(schemas[name] ?? null, depth + 1);
    }
  }

  #list(schemas: readonly Json[], depth: number): void {
    const { keys } = this.#findings.trail;
    for (let index = 0; index < schemas.length; index++) {
      keys[depth] = index;
      this.look(schemas[index] ?? null, depth + 1);
    }
  }
}
