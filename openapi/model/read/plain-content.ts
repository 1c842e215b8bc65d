import { field, isObject, type Json } from '../../source/json.js';
import type { Findings } from './findings.js';
import { ENCODING, EXAMPLE, hasPlainNotes, isExtension, isPlainObject } from './plain-fields.js';
import type { SchemaCheck } from './schema-check.js';

/** Looks through media types for what the reader might complain about; errs as {@link SchemaCheck} does. */
export class PlainContent {
  readonly #schemas: SchemaCheck;
  readonly #findings: Findings;

  constructor(schemas: SchemaCheck, findings: Findings) {
    this.#schemas = schemas;
    this.#findings = findings;
  }

  /** The value of a `content` field, to which the trail leads. */
  isPlain(content: Json, depth: number): boolean {
    if (!isObject(content)) return false;
    for (const name in content) {
      this.#findings.trail.keys[depth] = name;
      if (!this.#isPlainMediaType(content[name] ?? null, depth + 1)) return false;
    }
    return true;
  }

  #isPlainMediaType(mediaType: Json, depth: number): boolean {
    if (!isObject(mediaType)) return false;
    for (const key in mediaType) {
      const value = mediaType[key] ?? null;
      switch (key) {
        case 'schema':
        case 'itemSchema':
          this.schema(key, value, depth);
          break;
        case 'example':
          break;
        case 'examples':
          if (!this.isPlainExamples(value)) return false;
          break;
        case 'encoding':
          if (!everyMember(value, (member) => isPlainObject(member, ENCODING))) return false;
          break;
        default:
          if (!isExtension(key)) return false;
      }
    }
    return true;
  }

  /**
   * Schemas are looked through on their own: what is wrong in one does not make its owner suspicious.
   * @param depth that of the owner
   */
  schema(key: string, value: Json, depth: number): void {
    this.#findings.trail.keys[depth] = key;
    this.#schemas.visit(value, depth + 1);
  }

  isPlainExamples(value: Json): boolean {
    return everyMember(value, (example) => {
      const reference = isObject(example) ? field(example, '$ref') : undefined;
      if (reference === undefined) return isPlainObject(example, EXAMPLE);
      return this.#findings.references.isPlain('examples', reference) && hasPlainNotes(example);
    });
  }
}

/** Whether a value is an object whose members all hold something. */
export function everyMember(value: Json, holds: (member: Json, name: string) => boolean): boolean {
  if (!isObject(value)) return false;
  for (const name in value) if (!holds(value[name] ?? null, name)) return false;
  return true;
}
