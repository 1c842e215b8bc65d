import type { Json } from '../../source/json.js';
import type { Origin } from '../../source/origin.js';
import type { Schema } from '../schema.js';
import type { Draft } from './draft.js';

const NO_SCHEMAS: ReadonlyMap<string, Schema> = new Map();
const NO_NAMES: ReadonlyMap<string, readonly string[]> = new Map();
const NO_VALUES: ReadonlyMap<string, Json> = new Map();
const NONE: readonly never[] = [];

/** A schema while it is being filled. */
export type SchemaDraft = Draft<Schema>;

/** Makes an empty schema that accepts everything, numbered after those made before. */
export type NewDraft = (raw: Json, origin: Origin) => SchemaDraft;

/** An empty schema that accepts everything. */
export function emptyDraft(id: number, raw: Json, origin: Origin): SchemaDraft {
  return {
    kind: 'schema',
    id,
    origin,
    raw,
    facets: {},
    properties: NO_SCHEMAS,
    required: NONE,
    patternProperties: NO_SCHEMAS,
    dependentRequired: NO_NAMES,
    dependentSchemas: NO_SCHEMAS,
    prefixItems: NONE,
    allOf: NONE,
    anyOf: NONE,
    oneOf: NONE,
    definitions: NO_SCHEMAS,
    examples: NONE,
    deprecated: false,
    readOnly: false,
    writeOnly: false,
    extensions: NO_VALUES,
    unknown: NO_VALUES,
  };
}
