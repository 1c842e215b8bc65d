import type { ApiDocument } from '../../openapi/model/document.js';
import type { Schema } from '../../openapi/model/schema.js';
import { isObject } from '../../openapi/source/json.js';
import { conjunctionOf } from '../schema/conjunction.js';

/** The component schemas that a discriminator may choose, under the schema that has it. */
export type Subtypes = ReadonlyMap<Schema, readonly Schema[]>;

/** A schema with a discriminator and without a union stands for each schema that takes it in by `allOf` (Discriminator Object). */
export function subtypesOf({ components }: ApiDocument): Subtypes {
  const subtypes = new Map<Schema, Schema[]>();
  for (const schema of components.schemas.values()) {
    // Most components have no such keyword, and need not be read for it.
    if (!isObject(schema.raw) || !('allOf' in schema.raw)) continue;
    for (const member of conjunctionOf([schema]).members) {
      if (member.discriminator === undefined || member.anyOf.length + member.oneOf.length > 0) continue;
      if (member === schema) continue;
      const known = subtypes.get(member);
      if (known === undefined) subtypes.set(member, [schema]);
      else known.push(schema);
    }
  }
  return subtypes;
}
