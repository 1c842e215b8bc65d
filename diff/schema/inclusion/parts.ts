import type { Schema } from '../../../openapi/model/schema.js';
import type { Json } from '../../../openapi/source/json.js';
import { canonical } from '../../../openapi/source/stringify.js';
import { decisiveFormat, integerRange } from './formats.js';
import { ANY_TYPE, ARRAY, FRACTION, NUMBER, OBJECT, STRING, typeBits } from './value-types.js';

/** One demand of a schema that concerns the values of some types only. */
export type Assertion =
  | { readonly kind: 'above'; readonly bound: number | bigint; readonly exclusive: boolean }
  | { readonly kind: 'below'; readonly bound: number | bigint; readonly exclusive: boolean }
  | { readonly kind: 'multiple'; readonly of: number | bigint }
  | { readonly kind: 'longer'; readonly length: number }
  | { readonly kind: 'shorter'; readonly length: number }
  | { readonly kind: 'pattern'; readonly pattern: string }
  | { readonly kind: 'format'; readonly format: string }
  | { readonly kind: 'minItems'; readonly count: number }
  | { readonly kind: 'maxItems'; readonly count: number }
  | { readonly kind: 'unique' }
  | { readonly kind: 'items'; readonly prefix: readonly Schema[]; readonly rest: Schema | undefined }
  | { readonly kind: 'contains'; readonly item: Schema; readonly min: number; readonly max: number }
  | { readonly kind: 'minProperties'; readonly count: number }
  | { readonly kind: 'maxProperties'; readonly count: number }
  | { readonly kind: 'required'; readonly names: readonly string[] }
  | { readonly kind: 'shape'; readonly shape: Shape }
  | { readonly kind: 'names'; readonly name: Schema }
  | { readonly kind: 'dependentRequired'; readonly name: string; readonly names: readonly string[] }
  | { readonly kind: 'dependentSchema'; readonly name: string; readonly schema: Schema };

/** What a schema says of the values of properties, by name. */
export interface Shape {
  readonly properties: ReadonlyMap<string, Schema>;
  readonly patterns: readonly (readonly [pattern: string, schema: Schema])[];
  readonly additional: Schema | undefined;
}

/** A schema as demands: the types it allows, the values it lists, and what it asserts per type, each of which has an opposite. */
export interface Parts {
  readonly types: number;
  /** The values of `enum` and `const` by their canonical text; absent when the schema lists none. */
  readonly values: ReadonlyMap<string, Json> | undefined;
  readonly number: readonly Assertion[];
  readonly string: readonly Assertion[];
  readonly array: readonly Assertion[];
  readonly object: readonly Assertion[];
  /** Why the meaning of the schema is not known; absent when it is. */
  readonly unknown: string | undefined;
}

const known = new WeakMap<Schema, Parts>();

/** The demands of a schema itself, without those of `$ref`, `allOf`, `anyOf`, `oneOf`, `not` and `if`. */
export function partsOf(schema: Schema): Parts {
  let parts = known.get(schema);
  if (parts === undefined) {
    parts = collect(schema);
    known.set(schema, parts);
  }
  return parts;
}

export function assertionsFor(parts: Parts, type: number): readonly Assertion[] {
  if ((type & NUMBER) !== 0) return parts.number;
  if (type === STRING) return parts.string;
  if (type === ARRAY) return parts.array;
  return type === OBJECT ? parts.object : [];
}

/** The types alone, for schemas of which nothing else may be asked. */
export function allowedTypes(schema: Schema): number {
  return known.get(schema)?.types ?? typesWithin(schema, integerRange(schema.facets.format));
}

function typesWithin(schema: Schema, range: readonly [bigint, bigint] | undefined): number {
  if (schema.always === false) return 0;
  const types = schema.types === undefined ? ANY_TYPE : typeBits(schema.types);
  return range === undefined ? types : types & ~FRACTION;
}

function collect(schema: Schema): Parts {
  const range = integerRange(schema.facets.format);
  return {
    types: typesWithin(schema, range),
    values: listedValues(schema),
    number: ofNumbers(schema, range),
    string: ofStrings(schema),
    array: ofArrays(schema),
    object: ofObjects(schema),
    unknown: unknownReason(schema),
  };
}

function unknownReason(schema: Schema): string | undefined {
  if (schema.unresolved === true) return 'a reference in the document names nothing';
  if (schema.dynamicRef !== undefined) return 'what "$dynamicRef" means here depends on the path to the schema';
  return undefined;
}

function listedValues(schema: Schema): ReadonlyMap<string, Json> | undefined {
  if (schema.const === undefined && schema.enum === undefined) return undefined;
  const listed = new Map<string, Json>();
  for (const value of schema.enum ?? [schema.const ?? null]) listed.set(canonical(value), value);
  if (schema.enum === undefined || schema.const === undefined) return listed;
  const only = canonical(schema.const);
  return new Map([...listed].filter(([text]) => text === only));
}

function ofNumbers({ facets }: Schema, range: readonly [bigint, bigint] | undefined): readonly Assertion[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = facets;
  const assertions: Assertion[] = [];
  if (minimum !== undefined) assertions.push({ kind: 'above', bound: minimum, exclusive: false });
  if (exclusiveMinimum !== undefined) assertions.push({ kind: 'above', bound: exclusiveMinimum, exclusive: true });
  if (maximum !== undefined) assertions.push({ kind: 'below', bound: maximum, exclusive: false });
  if (exclusiveMaximum !== undefined) assertions.push({ kind: 'below', bound: exclusiveMaximum, exclusive: true });
  if (multipleOf !== undefined && multipleOf > 0) assertions.push({ kind: 'multiple', of: multipleOf });
  if (range !== undefined) {
    assertions.push({ kind: 'above', bound: range[0], exclusive: false });
    assertions.push({ kind: 'below', bound: range[1], exclusive: false });
  }
  return assertions;
}

function ofStrings(schema: Schema): readonly Assertion[] {
  const assertions: Assertion[] = [];
  const { facets } = schema;
  const format = decisiveFormat(schema);
  if (facets.minLength !== undefined && facets.minLength > 0)
    assertions.push({ kind: 'longer', length: facets.minLength });
  if (facets.maxLength !== undefined) assertions.push({ kind: 'shorter', length: facets.maxLength });
  if (facets.pattern !== undefined) assertions.push({ kind: 'pattern', pattern: facets.pattern });
  if (format !== undefined) assertions.push({ kind: 'format', format });
  return assertions;
}

function ofArrays({ facets, items, prefixItems, contains }: Schema): readonly Assertion[] {
  const assertions: Assertion[] = [];
  if (facets.minItems !== undefined && facets.minItems > 0)
    assertions.push({ kind: 'minItems', count: facets.minItems });
  if (facets.maxItems !== undefined) assertions.push({ kind: 'maxItems', count: facets.maxItems });
  if (facets.uniqueItems === true) assertions.push({ kind: 'unique' });
  if (items !== undefined || prefixItems.length > 0)
    assertions.push({ kind: 'items', prefix: prefixItems, rest: items });
  if (contains !== undefined) {
    const { minContains: min = 1, maxContains: max = Number.POSITIVE_INFINITY } = facets;
    assertions.push({ kind: 'contains', item: contains, min, max });
  }
  return assertions;
}

function ofObjects(schema: Schema): readonly Assertion[] {
  const { facets, properties, patternProperties, additionalProperties, propertyNames } = schema;
  const assertions: Assertion[] = [];
  if (schema.required.length > 0) assertions.push({ kind: 'required', names: schema.required });
  if (properties.size > 0 || patternProperties.size > 0 || additionalProperties !== undefined) {
    const shape: Shape = { properties, patterns: [...patternProperties], additional: additionalProperties };
    assertions.push({ kind: 'shape', shape });
  }
  if (propertyNames !== undefined) assertions.push({ kind: 'names', name: propertyNames });
  if (facets.minProperties !== undefined && facets.minProperties > 0)
    assertions.push({ kind: 'minProperties', count: facets.minProperties });
  if (facets.maxProperties !== undefined) assertions.push({ kind: 'maxProperties', count: facets.maxProperties });
  for (const [name, names] of schema.dependentRequired)
    if (names.length > 0) assertions.push({ kind: 'dependentRequired', name, names });
  for (const [name, dependent] of schema.dependentSchemas)
    assertions.push({ kind: 'dependentSchema', name, schema: dependent });
  return assertions;
}
