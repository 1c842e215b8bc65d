import type { Json } from '../../source/json.js';
import type { Origin } from '../../source/origin.js';
import type { Schema, SchemaFacets } from '../schema.js';

const NO_SCHEMAS: ReadonlyMap<string, Schema> = new Map();
const NO_NAMES: ReadonlyMap<string, readonly string[]> = new Map();
const NO_VALUES: ReadonlyMap<string, Json> = new Map();
const NO_FACETS: SchemaFacets = {};
const NONE: readonly never[] = [];

/** A schema while it is being filled. It has all fields from the start, so that V8 knows the fields of any draft by those of the first. */
export type SchemaDraft = { -readonly [Key in keyof Required<Schema>]: Schema[Key] };

/** Makes an empty schema that accepts everything, numbered after those made before. */
export type NewDraft = (raw: Json, origin: Origin) => SchemaDraft;

/** An empty schema that accepts everything. */
export function emptyDraft(id: number, raw: Json, origin: Origin): SchemaDraft {
  return {
    kind: 'schema',
    id,
    origin,
    raw,
    always: undefined,
    ref: undefined,
    unresolved: undefined,
    dynamicRef: undefined,
    types: undefined,
    enum: undefined,
    const: undefined,
    facets: NO_FACETS,
    properties: NO_SCHEMAS,
    required: NONE,
    patternProperties: NO_SCHEMAS,
    additionalProperties: undefined,
    unevaluatedProperties: undefined,
    propertyNames: undefined,
    dependentRequired: NO_NAMES,
    dependentSchemas: NO_SCHEMAS,
    items: undefined,
    prefixItems: NONE,
    unevaluatedItems: undefined,
    contains: undefined,
    contentSchema: undefined,
    allOf: NONE,
    anyOf: NONE,
    oneOf: NONE,
    not: undefined,
    if: undefined,
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; its value is no function, so nothing awaits it
    then: undefined,
    else: undefined,
    definitions: NO_SCHEMAS,
    title: undefined,
    description: undefined,
    default: undefined,
    examples: NONE,
    deprecated: false,
    readOnly: false,
    writeOnly: false,
    discriminator: undefined,
    extensions: NO_VALUES,
    unknown: NO_VALUES,
  };
}

/** A draft that is done. */
export function schemaOf(draft: SchemaDraft): Schema {
  // The compiler minds fields that are there and undefined; to who reads them they are absent.
  return draft as unknown as Schema;
}
