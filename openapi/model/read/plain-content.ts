import { field, isObject, type Json } from '../../source/json.js';
import { EXAMPLE, hasPlainNotes, isAnything, isBoolean, isPlainObject, isText, type Plain } from './plain-fields.js';
import type { PlainReferences } from './plain-references.js';
import { PART_STYLES } from './read-media-type.js';
import type { SchemaCheck } from './schema-check.js';
import type { Trail } from './trail.js';

const ENCODING: ReadonlyMap<string, Plain> = new Map<string, Plain>([
  ['contentType', isText],
  ['style', (value) => isText(value) && PART_STYLES.has(value)],
  ['explode', isBoolean],
  ['allowReserved', isBoolean],
]);

/** Looks through media types for what the reader might complain about; errs as {@link SchemaCheck} does. */
export class PlainContent {
  readonly #schemas: SchemaCheck;
  readonly #references: PlainReferences;
  readonly #trail: Trail;
  readonly #mediaType: ReadonlyMap<string, Plain>;

  constructor(schemas: SchemaCheck, references: PlainReferences, trail: Trail) {
    this.#schemas = schemas;
    this.#references = references;
    this.#trail = trail;
    this.#mediaType = new Map<string, Plain>([
      ['schema', (value) => this.schema('schema', value)],
      ['itemSchema', (value) => this.schema('itemSchema', value)],
      ['example', isAnything],
      ['examples', (value) => this.isPlainExamples(value)],
      ['encoding', (value) => everyMember(value, (member) => isPlainObject(member, ENCODING))],
    ]);
  }

  /** The value of a `content` field. */
  isPlain(content: Json): boolean {
    this.#trail.push('content');
    const isPlain = everyMember(content, (value, name) => {
      this.#trail.push(name);
      const isPlainMember = isPlainObject(value, this.#mediaType);
      this.#trail.pop();
      return isPlainMember;
    });
    this.#trail.pop();
    return isPlain;
  }

  /** Schemas are looked through on their own: what is wrong in one does not make its owner suspicious. */
  schema(key: string, value: Json): true {
    this.#trail.push(key);
    this.#schemas.visit(value, key);
    this.#trail.pop();
    return true;
  }

  isPlainExamples(value: Json): boolean {
    return everyMember(value, (example) => {
      const reference = isObject(example) ? field(example, '$ref') : undefined;
      if (reference === undefined) return isPlainObject(example, EXAMPLE);
      return this.#references.isPlain('examples', reference) && hasPlainNotes(example);
    });
  }
}

/** Whether a value is an object whose members all hold something. */
export function everyMember(value: Json, holds: (member: Json, name: string) => boolean): boolean {
  if (!isObject(value)) return false;
  for (const name in value) if (!holds(value[name] ?? null, name)) return false;
  return true;
}
