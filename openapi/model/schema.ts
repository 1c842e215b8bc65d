import type { Json } from '../source/json.js';
import type { Origin } from '../source/origin.js';

export type JsonType = 'null' | 'boolean' | 'object' | 'array' | 'number' | 'string' | 'integer';

/**
 * A Schema Object in one shape for OpenAPI 3.0, 3.1 and 3.2: the vocabulary is JSON Schema 2020-12. The spelling of 3.0 is
 * translated when the document is read (`nullable`, boolean exclusive bounds, `example`, ignored `$ref` siblings). An absent
 * field is an absent keyword. References are object references, so a recursive schema is a cycle of objects.
 */
export interface Schema {
  readonly kind: 'schema';
  /** Number of this schema in its document, in reading order. Never printed. */
  readonly id: number;
  readonly origin: Origin;
  /** The value in the document, before translation. */
  readonly raw: Json;
  /** Set for the boolean schemas: `true` accepts every value, `false` none. */
  readonly always?: boolean;
  /** `$ref`. */
  readonly ref?: SchemaReference;
  /** Set when `$ref` names nothing: what the schema accepts is unknown, and comparing it is undecided. */
  readonly unresolved?: boolean;
  /** Set when the meaning depends on the path taken to the schema (`$dynamicRef`): such a schema cannot be decided. */
  readonly dynamicRef?: string;

  readonly types?: readonly JsonType[];
  readonly enum?: readonly Json[];
  readonly const?: Json;
  /** Keywords that hold one scalar: bounds, lengths, patterns, formats, content. */
  readonly facets: SchemaFacets;

  readonly properties: ReadonlyMap<string, Schema>;
  readonly required: readonly string[];
  readonly patternProperties: ReadonlyMap<string, Schema>;
  readonly additionalProperties?: Schema;
  readonly unevaluatedProperties?: Schema;
  readonly propertyNames?: Schema;
  readonly dependentRequired: ReadonlyMap<string, readonly string[]>;
  readonly dependentSchemas: ReadonlyMap<string, Schema>;

  readonly items?: Schema;
  readonly prefixItems: readonly Schema[];
  readonly unevaluatedItems?: Schema;
  readonly contains?: Schema;
  readonly contentSchema?: Schema;

  readonly allOf: readonly Schema[];
  readonly anyOf: readonly Schema[];
  readonly oneOf: readonly Schema[];
  readonly not?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly definitions: ReadonlyMap<string, Schema>;

  readonly title?: string;
  readonly description?: string;
  readonly default?: Json;
  readonly examples: readonly Json[];
  readonly deprecated: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly discriminator?: Discriminator;
  /** `x-…` fields. */
  readonly extensions: ReadonlyMap<string, Json>;
  /** Keywords no version of OpenAPI defines. They assert nothing, and are kept so that nothing is lost. */
  readonly unknown: ReadonlyMap<string, Json>;
}

export interface SchemaReference {
  /** The text of `$ref`. */
  readonly text: string;
  readonly target: Schema;
}

export interface SchemaFacets {
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly exclusiveMinimum?: number | bigint;
  readonly exclusiveMaximum?: number | bigint;
  readonly multipleOf?: number | bigint;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly contentMediaType?: string;
  readonly contentEncoding?: string;
}

/** Discriminator Object. A mapping value names a component schema or is a reference. */
export interface Discriminator {
  readonly propertyName: string;
  readonly mapping: ReadonlyMap<string, string>;
  /** Added by OpenAPI 3.2. */
  readonly defaultMapping?: string;
}
