import type { Schema } from '../../openapi/model/schema.js';
import { field, isObject, type Json } from '../../openapi/source/json.js';
import { hasMeaning } from '../extensions/registry.js';
import { saysOfInside } from './inclusion/bare.js';
import { evaluate } from './inclusion/evaluate.js';
import type { View } from './view.js';

/**
 * Schemas that all apply to one value, with references and `allOf` followed. `$ref` to a schema, `allOf` of it alone, and the
 * schema itself are one conjunction, so that none of these spellings is a difference.
 */
export class Conjunction {
  /** The schemas that assert or say something, without repetition, in the order of their places. Empty: any value. */
  readonly members: readonly Schema[];
  /** The schemas as they stand in the document, references and all. */
  readonly stated: readonly Schema[];
  /** What it says as a whole, once somebody asked {@link viewOf}. */
  view: View | undefined;
  #nullable: boolean | undefined;
  #key: string | undefined;

  constructor(members: readonly Schema[], stated: readonly Schema[]) {
    this.members = members;
    this.stated = stated;
  }

  /** Whether null is accepted. Kept beside the members, because `anyOf [X, null]` is followed into X. */
  get nullable(): boolean {
    // What cannot be told is taken as accepted on both sides, so that it is no difference.
    if (this.#nullable === undefined) {
      const [schema] = this.stated;
      const simply = schema !== undefined && this.stated.length === 1 ? acceptsNull(schema) : undefined;
      this.#nullable = simply ?? evaluate(this.stated, null) !== false;
    }
    return this.#nullable;
  }

  /** Equal for equal conjunctions of one document. */
  get key(): string {
    this.#key ??= `${this.members.map(({ id }) => id).join(',')}${this.nullable ? '?' : ''}`;
    return this.#key;
  }
}

/** The answers to whether null is accepted; `null` where it takes more to tell, as long as the schema is being looked at, too. */
const nullAccepted = new WeakMap<Schema, boolean | null>();

/** The answer for what most schemas are made of: types, values, references and alternatives. `undefined`: it takes more to tell. */
function acceptsNull(schema: Schema, depth = 0): boolean | undefined {
  if (isPlainlyOfType(schema)) return false;
  if (schema.types?.includes('null') === false) return false;
  const known = nullAccepted.get(schema);
  if (known !== undefined) return known ?? undefined;
  nullAccepted.set(schema, null);
  const accepted = doesAcceptNull(schema, depth);
  nullAccepted.set(schema, accepted ?? null);
  return accepted;
}

function doesAcceptNull(schema: Schema, depth: number): boolean | undefined {
  if (depth > MOST_FOLLOWED || !isSimple(schema)) return undefined;
  if (schema.enum?.includes(null) === false) return false;
  if (schema.const !== undefined && schema.const !== null) return false;
  if (schema.ref !== undefined) {
    const verdict = acceptsNull(schema.ref.target, depth + 1);
    if (verdict !== true) return verdict;
  }
  for (const part of schema.allOf) {
    const verdict = acceptsNull(part, depth + 1);
    if (verdict !== true) return verdict;
  }
  if (schema.anyOf.length === 0) return true;
  // Most unions that accept null say so by an alternative of its own.
  if (schema.anyOf.some(isNull)) return true;
  let verdict: boolean | undefined = false;
  for (const branch of schema.anyOf) {
    const own = acceptsNull(branch, depth + 1);
    if (own === true) return true;
    if (own === undefined) verdict = undefined;
  }
  return verdict;
}

/** Whether the text of a schema says that values are of one type which is not null, so that the schema need not be read. */
function isPlainlyOfType({ raw }: Schema): boolean {
  if (!isObject(raw) || field(raw, '$ref') !== undefined || field(raw, 'nullable') !== undefined) return false;
  return NOT_NULL.has(field(raw, 'type'));
}

/** The types whose values are not null. What else stands there may be read as any type. */
const NOT_NULL: ReadonlySet<Json | undefined> = new Set(['boolean', 'object', 'array', 'number', 'string', 'integer']);

/** Longer chains of references, and circles of them, are left to the evaluation. */
const MOST_FOLLOWED = 8;

function isSimple(schema: Schema): boolean {
  return (
    schema.always === undefined &&
    schema.unresolved !== true &&
    schema.dynamicRef === undefined &&
    schema.oneOf.length === 0 &&
    schema.not === undefined &&
    schema.if === undefined
  );
}

/** Nearly every conjunction is that of one schema, and is asked for again and again. */
const ofOne = new WeakMap<Schema, Conjunction>();

/** The conjunction of schemas that apply together. */
export function conjunctionOf(schemas: readonly Schema[]): Conjunction {
  const [schema] = schemas;
  if (schemas.length !== 1 || schema === undefined) return new Conjunction(collectAll(schemas), schemas);
  let conjunction = ofOne.get(schema);
  if (conjunction === undefined) {
    conjunction = new Conjunction(membersOf(schema, schemas), schemas);
    ofOne.set(schema, conjunction);
  }
  return conjunction;
}

/** @param alone the schema as a list */
function membersOf(schema: Schema, alone: readonly Schema[]): readonly Schema[] {
  const target = onlyReferred(schema);
  if (target !== undefined) return conjunctionOf([target]).members;
  if (!standsAlone(schema)) return collectAll(alone);
  return speaks(schema) ? alone : [];
}

/** What a schema refers to and says nothing beside, unless that refers further, for such a way may have no end. */
function onlyReferred(schema: Schema): Schema | undefined {
  if (!isObject(schema.raw)) return undefined;
  for (const key in schema.raw) if (key !== '$ref') return undefined;
  const target = schema.ref?.target;
  return target !== undefined && isObject(target.raw) && field(target.raw, '$ref') === undefined ? target : undefined;
}

/** Whether nothing is to be followed from a schema. */
function standsAlone(schema: Schema): boolean {
  return schema.ref === undefined && schema.allOf.length === 0 && onlyBranchBesideNull(schema) === undefined;
}

function collectAll(schemas: readonly Schema[]): readonly Schema[] {
  const members = new Set<Schema>();
  const seen = new Set<Schema>();
  for (const schema of schemas) collect(schema, members, seen);
  return members.size < 2 ? [...members] : [...members].sort(byPlace);
}

/** By file and pointer, which the order of keys in a document does not change. */
function byPlace({ origin: a }: Schema, { origin: b }: Schema): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.pointer < b.pointer ? -1 : a.pointer > b.pointer ? 1 : 0;
}

function collect(schema: Schema, members: Set<Schema>, seen: Set<Schema>): void {
  if (seen.has(schema)) return;
  seen.add(schema);
  if (schema.ref !== undefined) collect(schema.ref.target, members, seen);
  for (const part of schema.allOf) collect(part, members, seen);
  const only = onlyBranchBesideNull(schema);
  if (only !== undefined) collect(only, members, seen);
  if (only === undefined ? speaks(schema) : saysMoreThanUnion(schema)) members.add(schema);
}

/**
 * The branch X of `anyOf [X, null]` or `oneOf [X, null]`, when the schema asserts nothing else. A discriminator chooses among
 * alternatives, however many there are today.
 */
export function onlyBranchBesideNull(schema: Schema): Schema | undefined {
  const union = schema.anyOf.length > 0 ? schema.anyOf : schema.oneOf;
  if (union.length === 0 || union.length > 2 || (schema.anyOf.length > 0 && schema.oneOf.length > 0)) return undefined;
  if (schema.types !== undefined || schema.enum !== undefined || schema.const !== undefined) return undefined;
  if (schema.discriminator !== undefined) return undefined;
  const branches = union.filter((branch) => !isNull(branch));
  return branches.length === 1 && branches[0] !== undefined ? branches[0] : undefined;
}

/** Whether a schema accepts null and nothing else. */
export function isNull(schema: Schema): boolean {
  if (isPlainlyMore(schema)) return false;
  if (schema.const === null) return true;
  if (schema.types?.length === 1 && schema.types[0] === 'null') return true;
  return schema.enum?.length === 1 && schema.enum[0] === null;
}

/** Whether the text of a schema lists no values and no type that is null, so that the schema need not be read. */
function isPlainlyMore({ raw }: Schema): boolean {
  // What `nullable` makes of a schema has the text of the whole.
  if (!isObject(raw) || field(raw, 'nullable') !== undefined) return false;
  if (field(raw, 'enum') !== undefined || field(raw, 'const') !== undefined) return false;
  const type = field(raw, 'type');
  return type === undefined || NOT_NULL.has(type);
}

/** A schema that only points elsewhere is no member of its own. */
function speaks(schema: Schema): boolean {
  return (
    schema.always === false ||
    schema.types !== undefined ||
    schema.enum !== undefined ||
    schema.const !== undefined ||
    schema.anyOf.length > 0 ||
    schema.oneOf.length > 0 ||
    schema.dynamicRef !== undefined ||
    schema.unresolved === true ||
    saysMoreThanUnion(schema)
  );
}

/** Whether a schema says anything of the value beside its types, values and alternatives. */
function saysMoreThanUnion(schema: Schema): boolean {
  return (
    Object.keys(schema.facets).length > 0 ||
    saysOfInside(schema) ||
    schema.contentSchema !== undefined ||
    schema.not !== undefined ||
    schema.default !== undefined ||
    schema.title !== undefined ||
    schema.deprecated ||
    schema.readOnly ||
    schema.writeOnly ||
    schema.discriminator !== undefined ||
    [...schema.extensions.keys()].some(hasMeaning)
  );
}
