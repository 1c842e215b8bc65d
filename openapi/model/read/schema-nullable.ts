import type { Schema } from '../schema.js';
import type { ReadContext } from './context.js';
import type { Fields } from './fields.js';
import type { NewDraft, SchemaDraft } from './schema-draft.js';

/**
 * Translates `nullable: true` of OpenAPI 3.0 into what JSON Schema 2020-12 says.
 *
 * Beside `type` it adds `null` to the types. The specification gives it no effect without `type`, and none on an `enum` that
 * lacks `null`; published documents mean it in both places, so it is honoured there too and a warning says so.
 */
export function translateNullable(newDraft: NewDraft, context: ReadContext, fields: Fields, schema: SchemaDraft): void {
  if (fields.boolean('nullable') !== true) return;
  const origin = fields.origin.at('nullable');
  if (schema.enum !== undefined && !schema.enum.includes(null)) {
    context.warn(
      'nullable-enum',
      origin,
      '"nullable" stands beside an "enum" without null; null is taken as allowed.',
      true,
    );
    schema.enum = [...schema.enum, null];
  }
  if (schema.types !== undefined) {
    if (!schema.types.includes('null')) schema.types = [...schema.types, 'null'];
    return;
  }
  if (!constrains(schema)) return;
  context.warn(
    'nullable-without-type',
    origin,
    '"nullable" has no effect without "type"; null is taken as allowed.',
    true,
  );
  wrap(newDraft, schema);
}

function constrains(schema: Schema): boolean {
  const groups = [schema.allOf, schema.anyOf, schema.oneOf];
  return schema.ref !== undefined || groups.some((group) => group.length > 0) || schema.not !== undefined;
}

/** `X` becomes `anyOf [X, null]`: the assertions move into a branch, the annotations stay. */
function wrap(newDraft: NewDraft, schema: SchemaDraft): void {
  const branch = newDraft(schema.raw, schema.origin);
  if (schema.ref !== undefined) branch.ref = schema.ref;
  if (schema.enum !== undefined) branch.enum = schema.enum;
  if (schema.not !== undefined) branch.not = schema.not;
  if (schema.additionalProperties !== undefined) branch.additionalProperties = schema.additionalProperties;
  if (schema.discriminator !== undefined) branch.discriminator = schema.discriminator;
  branch.facets = schema.facets;
  branch.properties = schema.properties;
  branch.required = schema.required;
  branch.allOf = schema.allOf;
  branch.anyOf = schema.anyOf;
  branch.oneOf = schema.oneOf;
  const nothing = newDraft(schema.raw, schema.origin);
  nothing.types = ['null'];
  delete schema.ref;
  delete schema.enum;
  delete schema.not;
  delete schema.additionalProperties;
  delete schema.discriminator;
  schema.facets = {};
  schema.properties = new Map();
  schema.required = [];
  schema.allOf = [];
  schema.oneOf = [];
  schema.anyOf = [branch, nothing];
}
