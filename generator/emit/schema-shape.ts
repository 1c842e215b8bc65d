import { field, isArray, type JsonObject } from '../../openapi/source/json.js';
import { referenceOf } from './raw-document.js';

/** Keywords that make a value's shape; beside a `$ref` they apply as well. */
export const SHAPE = [
  'type',
  'nullable',
  'enum',
  'const',
  'properties',
  'additionalProperties',
  'patternProperties',
  'items',
  'prefixItems',
  'allOf',
  'anyOf',
  'oneOf',
  'required',
] as const;

/** True when a schema says nothing of a value's shape beside its `$ref`. */
export function isBareReference(schema: JsonObject): boolean {
  return referenceOf(schema) !== undefined && !SHAPE.some((keyword) => Object.hasOwn(schema, keyword));
}

/** True for a schema that holds other schemas. */
export function isComposite(schema: JsonObject): boolean {
  return [
    'properties',
    'allOf',
    'anyOf',
    'oneOf',
    'items',
    'prefixItems',
    'additionalProperties',
    'patternProperties',
  ].some((keyword) => typeof field(schema, keyword) === 'object');
}

/** True for the contents of a file (OpenAPI 3.0, "binary"; still common in 3.1). */
export function isBinary(schema: JsonObject): boolean {
  return field(schema, 'format') === 'binary';
}

/**
 * True for a text that may be the contents of a file: OpenAPI 3.1 gives those a media type and no encoding as text. In JSON it
 * is a text all the same.
 */
export function isFile(schema: JsonObject): boolean {
  const media = field(schema, 'contentMediaType');
  if (typeof media !== 'string' || field(schema, 'contentEncoding') !== undefined) return false;
  return !/^text\/|[/+](?:json|xml|yaml|javascript|x-www-form-urlencoded)\b/i.test(media);
}

/** The types of a schema, "null" and `nullable` split off. */
export function readTypes(schema: JsonObject): { types: readonly string[]; nullable: boolean } {
  const type = field(schema, 'type');
  const all = (isArray(type) ? type : [type]).filter((each) => typeof each === 'string');
  const known = [...new Set(all)].filter((each) => /^(null|boolean|object|array|number|string|integer)$/.test(each));
  const types = known.length > 1 ? known.filter((each) => each !== 'null') : known;
  return { types, nullable: field(schema, 'nullable') === true || types.length < known.length };
}
