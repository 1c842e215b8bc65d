import type { Schema } from '../schema.js';

type KeysOf<Type> = { [Key in keyof Schema]-?: NonNullable<Schema[Key]> extends Type ? Key : never }[keyof Schema];

type SchemaKey = Extract<
  keyof Schema,
  | 'additionalProperties'
  | 'unevaluatedProperties'
  | 'propertyNames'
  | 'items'
  | 'unevaluatedItems'
  | 'contains'
  | 'contentSchema'
  | 'not'
  | 'if'
  | 'then'
  | 'else'
>;

/** Keywords that hold one schema, with the field of the model. */
export const SCHEMA_KEYWORDS: ReadonlyMap<string, SchemaKey> = new Map(
  (
    [
      'additionalProperties',
      'unevaluatedProperties',
      'propertyNames',
      'items',
      'unevaluatedItems',
      'contains',
      'contentSchema',
      'not',
      'if',
      'then',
      'else',
    ] as const
  ).map((key) => [key, key]),
);

type SchemaListKey = Extract<KeysOf<readonly Schema[]>, 'allOf' | 'anyOf' | 'oneOf' | 'prefixItems'>;

/** Keywords that hold a list of schemas. */
export const SCHEMA_LIST_KEYWORDS: ReadonlyMap<string, SchemaListKey> = new Map(
  (['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const).map((key) => [key, key]),
);

type SchemaMapKey = Extract<
  KeysOf<ReadonlyMap<string, Schema>>,
  'properties' | 'patternProperties' | 'dependentSchemas' | 'definitions'
>;

/** Keywords that hold schemas by name. `definitions` is how older JSON Schema spells `$defs`. */
export const SCHEMA_MAP_KEYWORDS: ReadonlyMap<string, SchemaMapKey> = new Map<string, SchemaMapKey>([
  ['properties', 'properties'],
  ['patternProperties', 'patternProperties'],
  ['dependentSchemas', 'dependentSchemas'],
  ['$defs', 'definitions'],
  ['definitions', 'definitions'],
]);

/** Keywords of JSON Schema 2020-12 and OpenAPI 3.1 that OpenAPI 3.0 does not have. They are read as 3.1 means them. */
export const KEYWORDS_SINCE_31: ReadonlySet<string> = new Set([
  '$defs',
  '$id',
  '$anchor',
  '$schema',
  '$comment',
  '$vocabulary',
  '$dynamicRef',
  '$dynamicAnchor',
  'const',
  'contains',
  'minContains',
  'maxContains',
  'contentEncoding',
  'contentMediaType',
  'contentSchema',
  'dependentRequired',
  'dependentSchemas',
  'else',
  'examples',
  'if',
  'patternProperties',
  'prefixItems',
  'propertyNames',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
]);

/** Every keyword a version of OpenAPI defines. */
export const KNOWN_KEYWORDS: ReadonlySet<string> = new Set([
  ...KEYWORDS_SINCE_31,
  ...SCHEMA_KEYWORDS.keys(),
  ...SCHEMA_LIST_KEYWORDS.keys(),
  ...SCHEMA_MAP_KEYWORDS.keys(),
  '$ref',
  'type',
  'enum',
  'required',
  'nullable',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'title',
  'description',
  'default',
  'example',
  'deprecated',
  'readOnly',
  'writeOnly',
  'discriminator',
  'xml',
  'externalDocs',
]);

/** Facets that are numbers. */
export const BOUNDS = ['minimum', 'maximum', 'multipleOf'] as const;
/** Facets that are whole numbers, 0 or more. */
export const COUNTS = [
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minContains',
  'maxContains',
  'minProperties',
  'maxProperties',
] as const;
/** Facets that are texts. */
export const TEXTS = ['pattern', 'format', 'contentMediaType', 'contentEncoding'] as const;

/** The keywords that become facets, or say something of one. */
export const FACETS: ReadonlySet<string> = new Set([
  ...BOUNDS,
  ...COUNTS,
  ...TEXTS,
  ...['exclusiveMinimum', 'exclusiveMaximum', 'uniqueItems'],
]);
