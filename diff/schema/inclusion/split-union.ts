import type { Schema } from '../../../openapi/model/schema.js';
import { schemaWith } from '../part.js';
import { withoutRest } from './bare.js';

/** A schema as a conjunction of a union, and all that it says beside it. */
export interface SplitUnion {
  readonly keyword: 'anyOf' | 'oneOf';
  readonly branches: readonly Schema[];
  readonly rest: Schema;
  readonly union: Schema;
}

const known = new WeakMap<Schema, SplitUnion | null>();

/** `undefined` when a schema has no union, or one whose branches also decide what is left unevaluated beside it. */
export function splitUnion(schema: Schema): SplitUnion | undefined {
  let split = known.get(schema);
  if (split === undefined) {
    split = make(schema) ?? null;
    known.set(schema, split);
  }
  return split ?? undefined;
}

function make(schema: Schema): SplitUnion | undefined {
  if (schema.unevaluatedProperties !== undefined || schema.unevaluatedItems !== undefined) return undefined;
  if (schema.anyOf.length > 0) {
    const rest = schemaWith({ ...withoutRest(schema), anyOf: [] });
    return { keyword: 'anyOf', branches: schema.anyOf, rest, union: schemaWith({ anyOf: schema.anyOf }) };
  }
  if (schema.oneOf.length === 0) return undefined;
  const rest = schemaWith({ ...withoutRest(schema), oneOf: [] });
  return { keyword: 'oneOf', branches: schema.oneOf, rest, union: schemaWith({ oneOf: schema.oneOf }) };
}
