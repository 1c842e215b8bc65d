import type { JsonType, Schema } from '../../../openapi/model/schema.js';
import { isArray, isObject, type Json } from '../../../openapi/source/json.js';
import { canonical } from '../../../openapi/source/stringify.js';

/** A union that is more than a list of types or of values. Null is left out of its branches. */
export interface Choice {
  readonly keyword: 'anyOf' | 'oneOf';
  readonly branches: readonly Schema[];
}

/** What holds for one value: schemas with references and `allOf` followed, and their unions sorted by what they are. */
export interface Gathered {
  readonly members: readonly Schema[];
  readonly nullable: boolean;
  readonly choices: readonly Choice[];
  /** Values listed by `enum`, `const`, or a union of them, without null; absent: any. */
  readonly values: ReadonlySet<string> | undefined;
  /** Without null; absent: any. */
  readonly types: ReadonlySet<JsonType> | undefined;
}

/** What one schema says, as far as it is looked into for types. */
const known = new WeakMap<Schema, Gathered[]>();

/** Everything that schemas say together. */
export function gather(schemas: readonly Schema[], depth = 0): Gathered {
  const [only] = schemas;
  if (schemas.length !== 1 || only === undefined) return gatherAll(schemas, depth);
  const byDepth = known.get(only) ?? [];
  known.set(only, byDepth);
  byDepth[depth] ??= gatherAll(schemas, depth);
  return byDepth[depth];
}

function gatherAll(schemas: readonly Schema[], depth: number): Gathered {
  const found = new Set<Schema>();
  const lone = new Set<Schema>();
  const pending = [...schemas];
  for (let schema = pending.pop(); schema !== undefined; schema = pending.pop()) {
    if (found.has(schema)) continue;
    found.add(schema);
    if (schema.ref !== undefined) pending.push(schema.ref.target);
    pending.push(...schema.allOf);
    const branch = branchBesideNull(schema);
    if (branch !== undefined) {
      lone.add(schema);
      pending.push(branch);
    }
  }
  const members = [...found].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const all = members.flatMap((member) => (lone.has(member) ? [] : choicesOf(member)));
  const lists = members.flatMap(({ enum: list, const: only }) => [
    ...(list === undefined ? [] : [list]),
    ...(only === undefined ? [] : [[only]]),
  ]);
  for (const { branches } of all) if (isListOfValues(branches)) lists.push(branches.flatMap(valuesOf));
  const values = intersection(lists.map((list) => new Set(list.filter((value) => value !== null).map(canonical))));
  return {
    members,
    nullable: schemas.every(takesNull),
    choices: all.filter(
      ({ keyword, branches }) => branches.length > 0 && !isListOfValues(branches) && !isListOfTypes(keyword, branches),
    ),
    values: values?.size === 2 && values.has('true') && values.has('false') ? undefined : values,
    types: withoutNull(
      typesOf(members, depth > 0 ? all : all.filter(({ branches }) => !isListOfValues(branches)), lists, depth),
    ),
  };
}

/** An order that no order of keys changes: which union is taken for which follows from it. */
function placeOf({ origin }: Schema): string {
  return `${origin.file}${origin.pointer}`;
}

function choicesOf(schema: Schema): readonly Choice[] {
  return (['anyOf', 'oneOf'] as const)
    .filter((keyword) => schema[keyword].length > 0)
    .map((keyword) => ({ keyword, branches: schema[keyword].filter((branch) => !isOnlyNull(branch)) }));
}

/** `anyOf [X, null]` says X of everything but null. */
function branchBesideNull(schema: Schema): Schema | undefined {
  if (schema.types !== undefined || schema.enum !== undefined || schema.const !== undefined) return undefined;
  if (schema.discriminator !== undefined) return undefined;
  const [choice, ...others] = choicesOf(schema);
  if (choice === undefined || others.length > 0 || schema[choice.keyword].length > 2) return undefined;
  return choice.branches.length === 1 ? choice.branches[0] : undefined;
}

function isOnlyNull({ const: only, types, enum: values }: Schema): boolean {
  if (only === null || (types?.length === 1 && types[0] === 'null')) return true;
  return values?.length === 1 && values[0] === null;
}

const nullTaken = new WeakMap<Schema, boolean>();

/** A schema that is met again on the way takes null there. */
function takesNull(schema: Schema): boolean {
  const taken = nullTaken.get(schema);
  if (taken !== undefined) return taken;
  nullTaken.set(schema, true);
  const { always, types, enum: values, const: only, ref, allOf, anyOf, oneOf } = schema;
  const isOne = always !== false && types?.includes('null') !== false && values?.includes(null) !== false;
  const { not, if: condition, then, else: otherwise } = schema;
  const conclusion = condition === undefined ? undefined : takesNull(condition) ? then : otherwise;
  const takes =
    isOne &&
    (only === undefined || only === null) &&
    (ref === undefined || takesNull(ref.target)) &&
    allOf.every(takesNull) &&
    (anyOf.length === 0 || anyOf.some(takesNull)) &&
    (oneOf.length === 0 || oneOf.filter(takesNull).length === 1) &&
    (not === undefined || !takesNull(not)) &&
    (conclusion === undefined || takesNull(conclusion));
  nullTaken.set(schema, takes);
  return takes;
}

const SILENT: ReadonlySet<string> = new Set([
  'title',
  'description',
  'example',
  'examples',
  'summary',
  'externalDocs',
  'xml',
]);

/** What a schema says, by keyword. Keywords that nobody knows say nothing. */
function keysOf({ raw, unknown }: Schema): readonly string[] {
  if (!isObject(raw)) return ['always'];
  return Object.keys(raw).filter((key) => !SILENT.has(key) && !unknown.has(key) && !/^[x$]-?(?!ref)/.test(key));
}

function valuesOf({ enum: list, const: only }: Schema): readonly Json[] {
  return only === undefined ? (list ?? []) : [only];
}

function isListOfValues(branches: readonly Schema[]): boolean {
  return (
    branches.length > 0 &&
    branches.every((branch) => {
      const keys = keysOf(branch);
      const isList = keys.includes('enum') || keys.includes('const');
      return isList && keys.every((key) => key === 'enum' || key === 'const' || key === 'type');
    })
  );
}

/** Of `oneOf` only where no value has two of the types. */
function isListOfTypes(keyword: 'anyOf' | 'oneOf', branches: readonly Schema[]): boolean {
  const types = branches.flatMap((branch) => branch.types ?? []);
  const kinds = new Set(types.map((type) => (type === 'integer' ? 'number' : type)));
  const isList = branches.every((branch) => branch.types !== undefined && isBare(branch));
  return isList && (keyword === 'anyOf' || kinds.size === types.length);
}

/** A type with a name perhaps; with anything else it is an alternative. */
function isBare({ raw }: Schema): boolean {
  return isObject(raw) && Object.keys(raw).every((key) => key === 'type' || key === 'title' || key === 'description');
}

function typesOf(
  members: readonly Schema[],
  choices: readonly Choice[],
  lists: readonly (readonly Json[])[],
  depth: number,
): ReadonlySet<JsonType> | undefined {
  const sets: ReadonlySet<JsonType>[] = [];
  for (const { always, types } of members) {
    if (always === false) sets.push(new Set());
    if (types !== undefined) sets.push(new Set(types));
  }
  for (const { branches } of choices) {
    const inner = branches.map((branch) => (depth > 8 ? undefined : gather([branch], depth + 1).types));
    if (inner.every((types) => types !== undefined)) sets.push(new Set(inner.flatMap((types) => [...types])));
  }
  const [first, ...others] = sets;
  if (first !== undefined) return others.reduce(common, first);
  const values = intersection(lists.map((list) => new Set(list.map(canonical))));
  if (values === undefined) return undefined;
  return new Set(
    lists
      .flat()
      .filter((value) => values.has(canonical(value)))
      .map(typeOf),
  );
}

/** An integer is a number. */
function common(a: ReadonlySet<JsonType>, b: ReadonlySet<JsonType>): ReadonlySet<JsonType> {
  const both = [...a].filter((type) => b.has(type) || (type === 'integer' && b.has('number')));
  return new Set(a.has('number') && b.has('integer') ? [...both, 'integer'] : both);
}

function withoutNull(types: ReadonlySet<JsonType> | undefined): ReadonlySet<JsonType> | undefined {
  if (types === undefined) return undefined;
  return new Set([...types].filter((type) => type !== 'null' && !(type === 'integer' && types.has('number'))));
}

function typeOf(value: Json): JsonType {
  if (value === null) return 'null';
  if (isArray(value)) return 'array';
  if (isObject(value)) return 'object';
  if (typeof value === 'string' || typeof value === 'boolean') return typeof value === 'string' ? 'string' : 'boolean';
  return typeof value === 'bigint' || Number.isInteger(value) ? 'integer' : 'number';
}

function intersection(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> | undefined {
  const [first, ...others] = sets;
  return first && new Set([...first].filter((value) => others.every((other) => other.has(value))));
}
