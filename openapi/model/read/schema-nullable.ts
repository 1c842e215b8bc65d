import { field, isArray, isObject, type Json } from '../../source/json.js';
import type { Origin } from '../../source/origin.js';
import type { ReadContext } from './context.js';
import type { Fields } from './fields.js';
import { type NewDraft, type SchemaDraft, schemaOf } from './schema-draft.js';

/**
 * Translates `nullable: true` of OpenAPI 3.0 into what JSON Schema 2020-12 says.
 *
 * Beside `type` it adds `null` to the types. The specification gives it no effect without `type`, none on an `enum` that lacks
 * `null`, and none on what stands in `allOf`, `anyOf`, `oneOf` and `not`. Published documents mean it everywhere, so null is taken as
 * allowed wherever it stands; a warning says so where the keyword alone shows that the specification does not.
 */
export function translateNullable(newDraft: NewDraft, context: ReadContext, fields: Fields, schema: SchemaDraft): void {
  if (fields.boolean('nullable') !== true) return;
  if (schema.enum !== undefined && !schema.enum.includes(null)) {
    warnAboutEnum(context, fields.origin);
    schema.enum = [...schema.enum, null];
  }
  if (!constrains(schema)) {
    if (schema.types?.includes('null') === false) schema.types = [...schema.types, 'null'];
    return;
  }
  if (schema.types === undefined) warnAboutType(context, fields.origin);
  wrap(newDraft, schema);
}

/** Gives the warnings of {@link translateNullable} for the text of a schema that has the keyword and is plain otherwise. */
export function warnAboutPlainNullable(context: ReadContext, raw: Json, origin: Origin): void {
  if (!isObject(raw)) return;
  if (field(raw, '$ref') !== undefined) {
    warnAboutType(context, origin);
    return;
  }
  const values = field(raw, 'enum');
  if (isArray(values) && !values.includes(null)) warnAboutEnum(context, origin);
  if (field(raw, 'type') !== undefined) return;
  const constrains = field(raw, 'not') !== undefined || GROUPS.some((key) => hasItems(field(raw, key)));
  if (constrains) warnAboutType(context, origin);
}

const GROUPS = ['allOf', 'anyOf', 'oneOf'] as const;

function hasItems(value: Json | undefined): boolean {
  return isArray(value) && value.length > 0;
}

function warnAboutEnum(context: ReadContext, schema: Origin): void {
  const message = '"nullable" stands beside an "enum" without null; null is taken as allowed.';
  context.warn('nullable-enum', schema.at('nullable'), message, true);
}

function warnAboutType(context: ReadContext, schema: Origin): void {
  const message = '"nullable" has no effect without "type"; null is taken as allowed.';
  context.warn('nullable-without-type', schema.at('nullable'), message, true);
}

/** Whether other schemas have a say about the value, which may refuse null. */
function constrains(schema: SchemaDraft): boolean {
  return schema.ref !== undefined || schema.not !== undefined || GROUPS.some((key) => schema[key].length > 0);
}

/** What of a schema may refuse null, and what is read together with that. */
const ASSERTIONS = [
  ...['ref', 'types', 'enum', 'const', 'not', 'allOf', 'anyOf', 'oneOf'],
  ...['facets', 'properties', 'required', 'additionalProperties', 'discriminator'],
] as const satisfies readonly (keyof SchemaDraft)[];

/** `X` becomes `anyOf [X, null]`: the assertions move into a branch, the annotations stay. */
function wrap(newDraft: NewDraft, schema: SchemaDraft): void {
  const branch = newDraft(schema.raw, schema.origin);
  const nothing = newDraft(schema.raw, schema.origin);
  for (const key of ASSERTIONS) {
    copy(key, schema, branch);
    copy(key, nothing, schema);
  }
  nothing.types = ['null'];
  schema.anyOf = [schemaOf(branch), schemaOf(nothing)];
}

function copy<Key extends keyof SchemaDraft>(key: Key, from: SchemaDraft, to: SchemaDraft): void {
  to[key] = from[key];
}
