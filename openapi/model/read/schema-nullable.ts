import type { Schema } from '../schema.js';
import type { ReadContext } from './context.js';
import type { Fields } from './fields.js';
import type { NewDraft, SchemaDraft } from './schema-draft.js';

/**
 * Translates `nullable: true` of OpenAPI 3.0 into what JSON Schema 2020-12 says.
 *
 * Beside `type` it adds `null` to the types. The specification gives it no effect without `type`, none on an `enum` that lacks
 * `null`, and none on what stands in `allOf`, `anyOf`, `oneOf` and `not`. Published documents mean it everywhere, so null is taken as
 * allowed wherever it stands; a warning says so where the keyword alone shows that the specification does not.
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
  if (!constrains(schema)) {
    if (schema.types?.includes('null') === false) schema.types = [...schema.types, 'null'];
    return;
  }
  if (schema.types === undefined) {
    context.warn(
      'nullable-without-type',
      origin,
      '"nullable" has no effect without "type"; null is taken as allowed.',
      true,
    );
  }
  wrap(newDraft, schema);
}

/** Whether other schemas have a say about the value, which may refuse null. */
function constrains(schema: Schema): boolean {
  const groups = [schema.allOf, schema.anyOf, schema.oneOf];
  return schema.ref !== undefined || groups.some((group) => group.length > 0) || schema.not !== undefined;
}

/** `X` becomes `anyOf [X, null]`: the assertions move into a branch, the annotations stay. */
function wrap(newDraft: NewDraft, schema: SchemaDraft): void {
  const branch = newDraft(schema.raw, schema.origin);
  if (schema.ref !== undefined) branch.ref = schema.ref;
  if (schema.types !== undefined) branch.types = schema.types;
  if (schema.enum !== undefined) branch.enum = schema.enum;
  if (schema.const !== undefined) branch.const = schema.const;
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
  delete schema.types;
  delete schema.enum;
  delete schema.const;
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
