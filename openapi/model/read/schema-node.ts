import type { Json } from '../../source/json.js';
import type { Origin } from '../../source/origin.js';
import type { Schema } from '../schema.js';
import type { SchemaDraft } from './schema-draft.js';

/** Reads the text of schemas. */
export interface SchemaSource {
  readonly fill: (node: Schema) => SchemaDraft;
}

/**
 * A schema that is read when somebody asks for one of its fields. Most schemas of a large document are never asked: they are the
 * same in both documents, or nothing leads to them.
 */
class SchemaNode implements Record<keyof Schema, unknown> {
  readonly kind = 'schema';
  readonly id: number;
  readonly origin: Origin;
  readonly raw: Json;
  readonly #source: SchemaSource;
  #draft: SchemaDraft | undefined;

  constructor(id: number, raw: Json, origin: Origin, source: SchemaSource) {
    this.id = id;
    this.raw = raw;
    this.origin = origin;
    this.#source = source;
  }

  static {
    // What looks through the fields of schemas finds those of a node too.
    for (const [key, accessor] of Object.entries(Object.getOwnPropertyDescriptors(SchemaNode.prototype))) {
      if (accessor.get !== undefined)
        Object.defineProperty(SchemaNode.prototype, key, { ...accessor, enumerable: true });
    }
  }

  get #fields(): SchemaDraft {
    // The accessors below make a node a schema; only absent fields, which they have and give as undefined, the compiler minds.
    this.#draft ??= this.#source.fill(this as unknown as Schema);
    return this.#draft;
  }

  // One accessor for each field, for a common one would look its field up by name on each call.

  get always() {
    return this.#fields.always;
  }

  get ref() {
    return this.#fields.ref;
  }

  get unresolved() {
    return this.#fields.unresolved;
  }

  get dynamicRef() {
    return this.#fields.dynamicRef;
  }

  get types() {
    return this.#fields.types;
  }

  get enum() {
    return this.#fields.enum;
  }

  get const() {
    return this.#fields.const;
  }

  get facets() {
    return this.#fields.facets;
  }

  get properties() {
    return this.#fields.properties;
  }

  get required() {
    return this.#fields.required;
  }

  get patternProperties() {
    return this.#fields.patternProperties;
  }

  get additionalProperties() {
    return this.#fields.additionalProperties;
  }

  get unevaluatedProperties() {
    return this.#fields.unevaluatedProperties;
  }

  get propertyNames() {
    return this.#fields.propertyNames;
  }

  get dependentRequired() {
    return this.#fields.dependentRequired;
  }

  get dependentSchemas() {
    return this.#fields.dependentSchemas;
  }

  get items() {
    return this.#fields.items;
  }

  get prefixItems() {
    return this.#fields.prefixItems;
  }

  get unevaluatedItems() {
    return this.#fields.unevaluatedItems;
  }

  get contains() {
    return this.#fields.contains;
  }

  get contentSchema() {
    return this.#fields.contentSchema;
  }

  get allOf() {
    return this.#fields.allOf;
  }

  get anyOf() {
    return this.#fields.anyOf;
  }

  get oneOf() {
    return this.#fields.oneOf;
  }

  get not() {
    return this.#fields.not;
  }

  get if() {
    return this.#fields.if;
  }

  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; its value is no function, so nothing awaits it
  get then() {
    return this.#fields.then;
  }

  get else() {
    return this.#fields.else;
  }

  get definitions() {
    return this.#fields.definitions;
  }

  get title() {
    return this.#fields.title;
  }

  get description() {
    return this.#fields.description;
  }

  get default() {
    return this.#fields.default;
  }

  get examples() {
    return this.#fields.examples;
  }

  get deprecated() {
    return this.#fields.deprecated;
  }

  get readOnly() {
    return this.#fields.readOnly;
  }

  get writeOnly() {
    return this.#fields.writeOnly;
  }

  get discriminator() {
    return this.#fields.discriminator;
  }

  get extensions() {
    return this.#fields.extensions;
  }

  get unknown() {
    return this.#fields.unknown;
  }
}

/** A schema whose fields are read by a source, once, when the first of them is asked for. */
export function schemaNode(id: number, raw: Json, origin: Origin, source: SchemaSource): Schema {
  // The accessors make a node a schema, which the compiler does not see.
  return new SchemaNode(id, raw, origin, source) as unknown as Schema;
}

/** Reads all fields of a schema. */
export function readFully(schema: Schema): void {
  // Asking for any field reads them all.
  void schema.facets;
}
