import type { Schema } from '../../openapi/model/schema.js';
import { withoutRest } from '../schema/inclusion/bare.js';
import { schemaWith } from '../schema/part.js';

const known = new WeakMap<Schema, Schema>();

/**
 * A schema whose values are those that fit at least one alternative of `oneOf`, where it demands exactly one. Documents write `oneOf`
 * for alternatives that overlap, and then mean this: read to the letter, such a schema has no value at all.
 */
export function loosened(schema: Schema): Schema {
  const loose = known.get(schema);
  if (loose !== undefined) return loose;
  // A schema that leads back to itself is taken as it is there.
  known.set(schema, schema);
  const made = mayBeEmpty(schema) ? make(schema) : schema;
  known.set(schema, made);
  return made;
}

function make(schema: Schema): Schema {
  const required = schema.required.filter((name) => schema.properties.has(name));
  const properties = new Map(schema.properties);
  for (const name of required) {
    const property = properties.get(name);
    if (property !== undefined) properties.set(name, loosened(property));
  }
  const { ref, unevaluatedItems, unevaluatedProperties } = schema;
  const alternatives = schema.oneOf.length === 0 ? [] : [schemaWith({ anyOf: schema.oneOf.map(loosened) })];
  return schemaWith({
    ...withoutRest(schema),
    ...(unevaluatedItems === undefined ? {} : { unevaluatedItems }),
    ...(unevaluatedProperties === undefined ? {} : { unevaluatedProperties }),
    ...(ref === undefined ? {} : { ref: { text: ref.text, target: loosened(ref.target) } }),
    properties,
    allOf: [...schema.allOf.map(loosened), ...alternatives],
    anyOf: schema.anyOf.map(loosened),
    oneOf: [],
  });
}

const seen = new WeakMap<Schema, boolean>();

/** Whether `oneOf` has a say about the value itself, or about a property it must have. */
export function mayBeEmpty(schema: Schema): boolean {
  const answer = seen.get(schema);
  if (answer !== undefined) return answer;
  seen.set(schema, false);
  const parts = [...schema.allOf, ...schema.anyOf, ...(schema.ref === undefined ? [] : [schema.ref.target])];
  const demanded = schema.required.flatMap((name) => schema.properties.get(name) ?? []);
  const found = schema.oneOf.length > 1 || [...parts, ...demanded].some(mayBeEmpty);
  seen.set(schema, found);
  return found;
}
