import type { Schema } from '../../openapi/model/schema.js';
import { Origin } from '../../openapi/source/origin.js';

const NONE: ReadonlyMap<string, never> = new Map<string, never>();

const EMPTY: Schema = {
  kind: 'schema',
  id: -1,
  origin: Origin.root(''),
  raw: true,
  facets: {},
  properties: NONE,
  required: [],
  patternProperties: NONE,
  dependentRequired: NONE,
  dependentSchemas: NONE,
  prefixItems: [],
  allOf: [],
  anyOf: [],
  oneOf: [],
  definitions: NONE,
  examples: [],
  deprecated: false,
  readOnly: false,
  writeOnly: false,
  extensions: NONE,
  unknown: NONE,
};

/** A schema that stands in no document and says only what is given: a part of one, to ask about that part alone. */
export function schemaWith(fields: Partial<Schema>): Schema {
  return { ...EMPTY, ...fields };
}

/** Accepts every value. */
export const ANYTHING: Schema = { ...EMPTY, always: true };

/** Accepts no value. */
export const NOTHING: Schema = { ...EMPTY, always: false };

/** Accepts every value but null. */
export const NOT_NULL: Schema = schemaWith({ types: ['array', 'boolean', 'number', 'object', 'string'] });
