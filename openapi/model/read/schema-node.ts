import type { Json } from '../../source/json.js';
import type { Origin } from '../../source/origin.js';
import type { Schema } from '../schema.js';
import type { SchemaDraft } from './schema-draft.js';

/** What is known of a schema before it is read. */
type Known = 'kind' | 'id' | 'origin' | 'raw';

/** Every other field; the compiler holds the list complete. */
const READ: { readonly [Key in Exclude<keyof Schema, Known>]-?: true } = {
  always: true,
  ref: true,
  unresolved: true,
  dynamicRef: true,
  types: true,
  enum: true,
  const: true,
  facets: true,
  properties: true,
  required: true,
  patternProperties: true,
  additionalProperties: true,
  unevaluatedProperties: true,
  propertyNames: true,
  dependentRequired: true,
  dependentSchemas: true,
  items: true,
  prefixItems: true,
  unevaluatedItems: true,
  contains: true,
  contentSchema: true,
  allOf: true,
  anyOf: true,
  oneOf: true,
  not: true,
  if: true,
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; its value is no function, so nothing awaits it
  then: true,
  else: true,
  definitions: true,
  title: true,
  description: true,
  default: true,
  examples: true,
  deprecated: true,
  readOnly: true,
  writeOnly: true,
  discriminator: true,
  extensions: true,
  unknown: true,
};

/**
 * A schema that is read when somebody asks for one of its fields. Most schemas of a large document are never asked: they are the
 * same in both documents, or nothing leads to them.
 */
class SchemaNode {
  readonly kind = 'schema';
  readonly id: number;
  readonly origin: Origin;
  readonly raw: Json;
  readonly #read: (node: Schema) => SchemaDraft;
  #draft: SchemaDraft | undefined;

  constructor(id: number, raw: Json, origin: Origin, read: (node: Schema) => SchemaDraft) {
    this.id = id;
    this.raw = raw;
    this.origin = origin;
    this.#read = read;
  }

  static {
    for (const key of Object.keys(READ)) {
      Object.defineProperty(SchemaNode.prototype, key, {
        get(this: SchemaNode) {
          // The keys are those of a schema.
          return this.#fields[key as keyof Schema];
        },
        enumerable: true,
      });
    }
  }

  get #fields(): SchemaDraft {
    // The accessors above make a node a schema, which the compiler does not see.
    this.#draft ??= this.#read(this as unknown as Schema);
    return this.#draft;
  }
}

/** A schema whose fields are read by `read`, once, when the first of them is asked for. */
export function schemaNode(id: number, raw: Json, origin: Origin, read: (node: Schema) => SchemaDraft): Schema {
  // The accessors make a node a schema, which the compiler does not see.
  return new SchemaNode(id, raw, origin, read) as unknown as Schema;
}

/** Reads all fields of a schema. */
export function readFully(schema: Schema): void {
  // Asking for any field reads them all.
  void schema.facets;
}
