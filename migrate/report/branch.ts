import type { Schema } from '../../openapi/model/schema.js';
import { declared, together } from '../changelog-draft/example-book.js';

/** Alternatives inside alternatives that are looked into. */
const MOST_DEPTH = 4;

/**
 * Where an object with certain properties is declared: the schemas themselves, else the alternative among theirs that declares the
 * most of them. `undefined` where none does.
 */
export function branchWith(
  schemas: readonly Schema[],
  names: readonly string[],
  depth = 0,
): readonly Schema[] | undefined {
  if (names.some((name) => declared(schemas, name).length > 0)) return schemas;
  if (depth > MOST_DEPTH) return undefined;
  let best: readonly Schema[] | undefined;
  let most = 0;
  for (const branch of together(schemas).flatMap(({ anyOf, oneOf }) => [...anyOf, ...oneOf])) {
    const found = branchWith([branch], names, depth + 1);
    const count = names.filter((name) => found !== undefined && declared(found, name).length > 0).length;
    if (count > most) [best, most] = [found, count];
  }
  return best;
}

/** The names of all properties that hold together with schemas. */
export function propertyNames(schemas: readonly Schema[]): readonly string[] {
  return [...new Set(together(schemas).flatMap(({ properties }) => [...properties.keys()]))];
}
