import type { Operation } from '../../openapi/model/operation.js';
import { field, isArray, isObject, type Json, type JsonObject } from '../../openapi/source/json.js';
import { type RawDocument, referenceOf } from './raw-document.js';
import { reach, spread } from './schema-graph.js';
import { findSchemaRoots } from './schema-roots.js';
import { isBareReference, isFile } from './schema-shape.js';
import { tagsOf } from './schema-tags.js';
import { stringLiteral } from './text.js';

/** Whether callers read values of a schema or write them. */
export type Direction = 'read' | 'write';

/** Of more parts nobody asks whether a property is only read or only written. */
const MAXIMUM_PARTS = 100;

/**
 * Which schemas look different to those who read their values and those who write them. Readers get open enums and no
 * `writeOnly` property; writers get closed enums, no `readOnly` property, and additional properties beside declared ones.
 */
export class SchemaForms {
  readonly #document: RawDocument;
  readonly #differing: ReadonlySet<JsonObject>;
  readonly #received: ReadonlySet<JsonObject>;
  readonly #sent: ReadonlySet<JsonObject>;
  readonly #closed = new Set<JsonObject>();

  constructor(document: RawDocument, operations: Iterable<Operation>) {
    this.#document = document;
    const roots = findSchemaRoots(document, operations);
    this.#received = reach(document, roots.received);
    this.#sent = reach(document, roots.sent);
    const named = Object.values(document.components('schemas')).filter(isObject);
    const all = reach(document, [...named, ...this.#received, ...this.#sent]);
    for (const schema of all) {
      if (isUnion(schema)) for (const tag of tagsOf(document, schema)) this.#closed.add(tag);
    }
    this.#differing = spread(document, all, (schema) => this.#differsItself(schema));
  }

  /** Whether readers and writers of a schema see different types. */
  differs(schema: JsonObject): boolean {
    return this.#differing.has(schema);
  }

  /** Whether a component has a second form for writers. Where nobody reads it, its only form is theirs. */
  isInput(schema: Json | undefined): boolean {
    return isObject(schema) && this.#differing.has(schema) && this.#received.has(schema);
  }

  /** For whom the form under `components` is. */
  componentDirection(schema: Json | undefined): Direction {
    return isObject(schema) && this.#sent.has(schema) && !this.#received.has(schema) ? 'write' : 'read';
  }

  /** Whether an enum may hold further values for its readers: it says more than one thing and tells no alternatives apart. */
  isOpen(schema: JsonObject): boolean {
    const members = field(schema, 'enum');
    if (!isArray(members) || this.#closed.has(schema) || isObject(field(schema, 'properties'))) return false;
    return members.filter((member) => typeof member === 'string' || typeof member === 'number').length > 1;
  }

  /** Whether a property is left out for readers or writers. */
  isHidden(property: Json | undefined, direction: Direction): boolean {
    const [readOnly, writeOnly] = this.#access(property);
    return readOnly !== writeOnly && (direction === 'read' ? writeOnly : readOnly);
  }

  /** `components["schemas"]["contact"]` for a schema that is exactly a reference to a component. */
  componentType(schema: Json | undefined, direction: Direction): string | undefined {
    if (!isObject(schema) || !isBareReference(schema)) return undefined;
    const name = this.#document.component('schemas', schema);
    if (name === undefined) return undefined;
    const isInput = direction === 'write' && this.isInput(this.#document.components('schemas')[name]);
    return `${isInput ? 'inputs' : 'components["schemas"]'}[${stringLiteral(name)}]`;
  }

  #differsItself(schema: JsonObject): boolean {
    if (this.isOpen(schema) || isFile(schema)) return true;
    const properties = field(schema, 'properties');
    if (!isObject(properties)) return false;
    const others = [field(schema, 'additionalProperties'), field(schema, 'patternProperties')];
    return (
      (Object.keys(properties).length > 0 && others.some((each) => isObject(each) && Object.keys(each).length > 0)) ||
      Object.values(properties).some((each) => this.isHidden(each, 'read') || this.isHidden(each, 'write'))
    );
  }

  /** What a property says itself, else what it refers to or is composed of says. */
  #access(property: Json | undefined): readonly [readOnly: boolean, writeOnly: boolean] {
    const parts = new Set([property]);
    for (const part of parts) {
      if (!isObject(part)) continue;
      const access = [field(part, 'readOnly') === true, field(part, 'writeOnly') === true] as const;
      if (access.some(Boolean)) return access;
      const reference = referenceOf(part);
      if (reference !== undefined) parts.add(this.#document.target(reference)?.value);
      const all = field(part, 'allOf');
      for (const each of isArray(all) ? all.slice(0, MAXIMUM_PARTS) : []) parts.add(each);
      if (parts.size > MAXIMUM_PARTS) break;
    }
    return [false, false];
  }
}

function isUnion(schema: JsonObject): boolean {
  return ['oneOf', 'anyOf', 'discriminator'].some((keyword) => typeof field(schema, keyword) === 'object');
}
