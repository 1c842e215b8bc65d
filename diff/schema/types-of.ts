import type { JsonType, Schema } from '../../openapi/model/schema.js';
import type { Json } from '../../openapi/source/json.js';

/**
 * Whether a union only lists types. Of `oneOf` the types must have nothing in common: an integer is a number too, and what two
 * branches accept `oneOf` refuses.
 */
export function isListOfTypes(keyword: 'anyOf' | 'oneOf', branches: readonly Schema[]): boolean {
  if (!branches.every(isOnlyTypes)) return false;
  const types = branches.flatMap((branch) => branch.types ?? []);
  const distinct = new Set(types.map((type) => (type === 'integer' ? 'number' : type)));
  return keyword === 'anyOf' || distinct.size === types.length;
}

function isOnlyTypes(schema: Schema): boolean {
  if (schema.types === undefined || typeof schema.raw !== 'object' || schema.raw === null) return false;
  return Object.keys(schema.raw).every((key) => key === 'type' || key === 'title' || key === 'description');
}

/** Most schemas are of one type, and need no set of their own. */
const SINGLE: ReadonlyMap<JsonType, ReadonlySet<JsonType>> = new Map(
  (['boolean', 'object', 'array', 'number', 'string', 'integer'] as const).map((type) => [type, new Set([type])]),
);

/** The types that members and unions leave, null apart; absent is any type. An integer is a number. */
export function typesOf(
  members: readonly Schema[],
  unions: readonly (readonly Schema[])[],
  values: readonly Json[] | undefined,
): ReadonlySet<JsonType> | undefined {
  const [only] = members;
  if (members.length === 1 && unions.length === 0 && only?.types?.length === 1 && only.always === undefined) {
    const [type] = only.types;
    const single = type === undefined ? undefined : SINGLE.get(type);
    if (single !== undefined) return single;
  }
  let types: ReadonlySet<JsonType> | undefined;
  for (const member of members) {
    if (member.always === false) return new Set();
    if (member.types !== undefined) types = intersect(types, new Set(member.types));
  }
  for (const branches of unions) {
    const union = typesOfBranches(branches, 0);
    if (union !== undefined) types = intersect(types, union);
  }
  if (types === undefined && values !== undefined) types = new Set(values.map(typeOfValue));
  if (types === undefined) return undefined;
  const withoutNull = new Set(types);
  withoutNull.delete('null');
  if (withoutNull.has('number')) withoutNull.delete('integer');
  return withoutNull;
}

/** Enough for the unions of types that documents have. */
const MAX_DEPTH = 8;

/** The types of schemas by how deep they were looked for; `null` is any type. */
const known = new WeakMap<Schema, (ReadonlySet<JsonType> | null)[]>();

/** Looks a few references deep. */
function typesOfBranches(branches: readonly Schema[], depth: number): ReadonlySet<JsonType> | undefined {
  const all = new Set<JsonType>();
  for (const branch of branches) {
    const types = typesOfSchema(branch, depth);
    if (types === undefined) return undefined;
    for (const type of types) all.add(type);
  }
  return all;
}

function typesOfSchema(schema: Schema, depth: number): ReadonlySet<JsonType> | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const found = known.get(schema) ?? [];
  known.set(schema, found);
  found[depth] ??= findTypes(schema, depth) ?? null;
  return found[depth] ?? undefined;
}

function findTypes(schema: Schema, depth: number): ReadonlySet<JsonType> | undefined {
  let types: ReadonlySet<JsonType> | undefined = schema.types === undefined ? undefined : new Set(schema.types);
  const parts = schema.ref === undefined ? schema.allOf : [schema.ref.target, ...schema.allOf];
  for (const part of parts) {
    const own = typesOfSchema(part, depth + 1);
    if (own !== undefined) types = intersect(types, own);
  }
  for (const union of [schema.anyOf, schema.oneOf]) {
    const own = union.length === 0 ? undefined : typesOfBranches(union, depth + 1);
    if (own !== undefined) types = intersect(types, own);
  }
  if (types === undefined && schema.const !== undefined) return new Set([typeOfValue(schema.const)]);
  if (types === undefined && schema.enum !== undefined) return new Set(schema.enum.map(typeOfValue));
  return types;
}

function intersect(a: ReadonlySet<JsonType> | undefined, b: ReadonlySet<JsonType>): ReadonlySet<JsonType> {
  if (a === undefined) return b;
  const both = new Set<JsonType>();
  for (const type of b) {
    if (a.has(type) || (type === 'integer' && a.has('number'))) both.add(type);
    else if (type === 'number' && a.has('integer')) both.add('integer');
  }
  return both;
}

export function typeOfValue(value: Json): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  switch (typeof value) {
    case 'boolean':
      return 'boolean';
    case 'string':
      return 'string';
    case 'bigint':
      return 'integer';
    case 'number':
      return Number.isInteger(value) ? 'integer' : 'number';
    default:
      return 'object';
  }
}
