import type { Schema } from '../../openapi/model/schema.js';
import { field, isArray, isObject } from '../../openapi/source/json.js';
import { evaluate } from './inclusion/evaluate.js';
import { schemaWith } from './part.js';

/** How deep it is looked for what takes null. */
const MAX_DEPTH = 30;

/**
 * Whether schemas that accept null do so only because `nullable` is taken for meant: OpenAPI 3.0.3 lets it add null to the types and
 * to nothing else, so that a list of values without null, or another schema that applies, still refuses it.
 */
export function isNullOnlyMeant(schemas: readonly Schema[], depth = 0): boolean {
  return schemas.some((schema) => isOnlyMeant(schema, depth));
}

/** The answers by how deep they were looked for. */
const known = new WeakMap<Schema, boolean[]>();

function isOnlyMeant(schema: Schema, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  const answers = known.get(schema) ?? [];
  known.set(schema, answers);
  answers[depth] ??= findWhetherMeant(schema, depth);
  return answers[depth];
}

function findWhetherMeant(schema: Schema, depth: number): boolean {
  const [meant, ...others] = schema.anyOf;
  if (meant !== undefined && meant.raw === schema.raw && others.length === 1) {
    const { ref, allOf, anyOf, oneOf, not } = meant;
    const applied = schemaWith({ ...(ref && { ref }), allOf, anyOf, oneOf, ...(not && { not }) });
    return isAddedToValues(schema) || evaluate([applied], null) !== true;
  }
  if (schema.enum?.includes(null) === true && isAddedToValues(schema)) return true;
  const joined = schema.ref === undefined ? schema.allOf : [schema.ref.target, ...schema.allOf];
  if (isNullOnlyMeant(joined, depth + 1)) return true;
  return [schema.anyOf, schema.oneOf].some((union) => {
    const takers = union.filter((branch) => evaluate([branch], null) === true);
    return takers.length > 0 && takers.every((branch) => isOnlyMeant(branch, depth + 1));
  });
}

/** Whether the list of values has null from `nullable` alone. */
function isAddedToValues({ raw }: Schema): boolean {
  const values = isObject(raw) ? field(raw, 'enum') : undefined;
  return isArray(values) && !values.includes(null);
}
