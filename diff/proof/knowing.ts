import type { Schema } from '../../openapi/model/schema.js';
import { field, isObject } from '../../openapi/source/json.js';
import { conjunctionOf } from '../schema/conjunction.js';
import { NOTHING, schemaWith } from '../schema/part.js';
import { viewOf } from '../schema/view.js';

/** What is nested deeper is taken as it is. */
const MOST_NESTED = 60;

/** The receiving alternatives, which take the properties of a sent one only where they speak of them, of other properties, or of no property at all. */
export function knowing(receiver: readonly Schema[], alternative: readonly Schema[]): readonly Schema[] {
  const names = [...viewOf(conjunctionOf(alternative)).properties.keys()];
  if (names.length === 0) return [];
  return viewOf(conjunctionOf(receiver)).unions.flatMap(({ branches }) => {
    const innermost = branches.flatMap((branch) => alternativesOf(branch));
    const anyOf = innermost.map((branch) => withoutUnknown(branch, names));
    return anyOf.every((branch, index) => branch === innermost[index]) ? [] : [schemaWith({ anyOf })];
  });
}

/** The alternatives that a schema has, where it says nothing of properties itself. */
function alternativesOf(schema: Schema, depth = 0): readonly Schema[] {
  const { unions, properties } = viewOf(conjunctionOf([schema]));
  const [union, ...others] = unions;
  if (union === undefined || others.length > 0 || properties.size > 0 || depth > MOST_NESTED) return [schema];
  return union.branches.flatMap((branch) => alternativesOf(branch, depth + 1));
}

function withoutUnknown(branch: Schema, names: readonly string[]): Schema {
  const { properties, conjunction } = viewOf(conjunctionOf([branch]));
  const takesOthers = conjunction.members.some(
    ({ raw }) => isObject(raw) && field(raw, 'additionalProperties') !== undefined,
  );
  const unknown = properties.size === 0 || takesOthers ? [] : names.filter((name) => !properties.has(name));
  if (unknown.length === 0) return branch;
  const none = schemaWith({ properties: new Map(unknown.map((name) => [name, NOTHING])) });
  return schemaWith({ allOf: [branch, none] });
}
