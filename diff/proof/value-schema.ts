import type { Schema } from '../../openapi/model/schema.js';
import { field, isObject, type Json } from '../../openapi/source/json.js';

/** A JSON Schema 2020-12 as plain data. */
export type PlainSchema = boolean | { readonly [keyword: string]: unknown };

/** The schema cannot be written down so that a validator decides it for this value. */
export class NotExpressible extends Error {
  override readonly name = 'NotExpressible';
}

/**
 * Writes the schemas that apply to one value as a JSON Schema 2020-12 that decides this very value: properties the value does not
 * have cannot matter and are left out, so that the result is small however large the document is. Formats are annotations.
 * @throws NotExpressible for what is not decided here: patterns, which are never run on text in this process, `$dynamicRef`, references
 *   that name nothing, and schemas that lead back to themselves at the same value
 */
export function schemaForValue(schemas: readonly Schema[], value: Json): PlainSchema {
  return { allOf: schemas.map((schema) => write(schema, value, new Set())) };
}

function write(schema: Schema, value: Json, open: ReadonlySet<Schema>): PlainSchema {
  if (schema.always !== undefined) return schema.always;
  if (open.has(schema)) throw new NotExpressible('The schema leads back to itself.');
  if (schema.dynamicRef !== undefined || schema.unresolved === true)
    throw new NotExpressible('A reference is not decided.');
  if (schema.facets.pattern !== undefined && typeof value === 'string')
    throw new NotExpressible('A pattern is not run.');
  if (schema.patternProperties.size > 0 && isObject(value)) throw new NotExpressible('A pattern is not run.');
  if (schema.unevaluatedItems !== undefined || schema.unevaluatedProperties !== undefined) {
    throw new NotExpressible('What is evaluated elsewhere is not followed.');
  }
  const inner = new Set([...open, schema]);
  const same = (part: Schema): PlainSchema => write(part, value, inner);
  const plain: Record<string, unknown> = { ...assertions(schema) };
  const parts = [...(schema.ref === undefined ? [] : [schema.ref.target]), ...schema.allOf].map(same);
  if (parts.length > 0) plain['allOf'] = parts;
  if (schema.anyOf.length > 0) plain['anyOf'] = schema.anyOf.map(same);
  if (schema.oneOf.length > 0) plain['oneOf'] = schema.oneOf.map(same);
  for (const keyword of ['not', 'if', 'then', 'else'] as const) {
    const part = schema[keyword];
    if (part !== undefined) plain[keyword] = same(part);
  }
  if (isObject(value)) Object.assign(plain, objectKeywords(schema, value));
  if (Array.isArray(value)) Object.assign(plain, arrayKeywords(schema, value));
  return plain;
}

function assertions(schema: Schema): Record<string, unknown> {
  const { format: _, pattern: __, contentEncoding: ___, contentMediaType: ____, ...facets } = schema.facets;
  const plain: Record<string, unknown> = { ...facets };
  if (schema.types !== undefined) plain['type'] = schema.types;
  if (schema.enum !== undefined) plain['enum'] = schema.enum;
  if (schema.const !== undefined) plain['const'] = schema.const;
  if (schema.required.length > 0) plain['required'] = schema.required;
  if (schema.dependentRequired.size > 0) plain['dependentRequired'] = Object.fromEntries(schema.dependentRequired);
  return plain;
}

function objectKeywords(schema: Schema, value: { readonly [key: string]: Json | undefined }): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  const properties: Record<string, PlainSchema> = {};
  for (const key of Object.keys(value)) {
    const property = schema.properties.get(key);
    if (property !== undefined) properties[key] = write(property, field(value, key) ?? null, new Set());
  }
  plain['properties'] = properties;
  const others = schema.additionalProperties;
  if (others !== undefined) {
    // One schema for all additional values: each is decided by what it is for the first of them, and by anything else not at all.
    const names = Object.keys(value).filter((key) => !schema.properties.has(key));
    const [first] = names;
    if (first === undefined) plain['additionalProperties'] = others.always ?? true;
    else if (names.length > 1 && others.always === undefined) throw new NotExpressible('Several additional values.');
    else plain['additionalProperties'] = write(others, field(value, first) ?? null, new Set());
  }
  if (schema.propertyNames !== undefined) throw new NotExpressible('Names are not checked.');
  if (schema.dependentSchemas.size > 0) throw new NotExpressible('Dependent schemas are not followed.');
  return plain;
}

function arrayKeywords(schema: Schema, value: readonly Json[]): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  if (schema.contains !== undefined) throw new NotExpressible('"contains" is not followed.');
  const prefix = schema.prefixItems
    .slice(0, value.length)
    .map((item, index) => write(item, value[index] ?? null, new Set()));
  const rest = value.slice(prefix.length);
  const { items } = schema;
  if (items !== undefined) prefix.push(...rest.map((item) => write(items, item, new Set())));
  if (prefix.length > 0) plain['prefixItems'] = prefix;
  return plain;
}
