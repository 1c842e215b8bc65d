import type { Schema } from '../../../openapi/model/schema.js';
import type { Literal } from './literal.js';
import { allowedTypes, partsOf } from './parts.js';
import { OBJECT } from './value-types.js';

/** What a schema says so plainly that two schemas can be seen to have no value in common. */
class Tags {
  readonly types: number;
  readonly #members: Iterable<Schema>;
  #values: ReadonlyMap<string, ReadonlyMap<string, unknown>> | undefined;
  #required: ReadonlySet<string> | undefined;

  constructor(schema: Schema) {
    this.#members = followed(schema);
    let types = allowedTypes(schema);
    for (const member of this.#members) types &= allowedTypes(member);
    this.types = types;
  }

  /** The values that a property is restricted to, by their canonical text. */
  get values(): ReadonlyMap<string, ReadonlyMap<string, unknown>> {
    this.#values ??= this.#tagged();
    return this.#values;
  }

  get required(): ReadonlySet<string> {
    this.#required ??= new Set([...this.#members].flatMap(({ required }) => required));
    return this.#required;
  }

  #tagged(): ReadonlyMap<string, ReadonlyMap<string, unknown>> {
    const values = new Map<string, ReadonlyMap<string, unknown>>();
    for (const { properties } of this.#members) {
      for (const [name, property] of properties) {
        if (values.has(name)) continue;
        for (const one of followed(property)) {
          if (one.enum === undefined && one.const === undefined) continue;
          const listed = partsOf(one).values;
          if (listed === undefined || listed.size > MOST_LISTED) continue;
          values.set(name, listed);
          break;
        }
      }
    }
    return values;
  }
}

const MOST_LISTED = 50;

const known = new WeakMap<Schema, Tags>();

function tagsOf(schema: Schema): Tags {
  let tags = known.get(schema);
  if (tags === undefined) {
    tags = new Tags(schema);
    known.set(schema, tags);
  }
  return tags;
}

/** As `members`, without a set of its own for the many schemas that are no conjunction. */
function followed(schema: Schema): Iterable<Schema> {
  return schema.ref === undefined && schema.allOf.length === 0 ? [schema] : members(schema);
}

/** A schema and all it is a conjunction of. */
export function members(schema: Schema, found = new Set<Schema>()): ReadonlySet<Schema> {
  if (found.has(schema)) return found;
  found.add(schema);
  if (schema.ref !== undefined) members(schema.ref.target, found);
  for (const part of schema.allOf) members(part, found);
  return found;
}

/** Whether values that are of all the first schemas are plainly none of another one: by their types, or by a tag. */
export function areApart(together: readonly Pick<Literal, 'schema'>[], other: Schema): boolean {
  const tags = tagsOf(other);
  let types = tags.types;
  for (const { schema } of together) types &= tagsOf(schema).types;
  if (types === 0) return true;
  if (types !== OBJECT) return false;
  for (const [name, values] of tags.values) {
    for (const { schema } of together) {
      const own = tagsOf(schema).values.get(name);
      if (own === undefined || !isDisjoint(own, values)) continue;
      if (tags.required.has(name) || together.some((one) => tagsOf(one.schema).required.has(name))) return true;
    }
  }
  return false;
}

/** More alternatives than this are not looked at one by one. */
const MOST_ALTERNATIVES = 50;
const MOST_NESTED = 3;

/** Whether no value is of two of the schemas, as can be seen plainly. */
export function areAllApart(schemas: readonly Schema[]): boolean {
  if (schemas.length > MOST_ALTERNATIVES) return false;
  return schemas.every((schema, index) => schemas.slice(0, index).every((other) => haveNoneInCommon(schema, other, 0)));
}

function haveNoneInCommon(a: Schema, b: Schema, depth: number): boolean {
  if (areApart([{ schema: a }], b)) return true;
  if (depth >= MOST_NESTED) return false;
  return isEachApart(alternativesOf(a), b, depth) || isEachApart(alternativesOf(b), a, depth);
}

function isEachApart(alternatives: readonly Schema[], other: Schema, depth: number): boolean {
  if (alternatives.length === 0 || alternatives.length > MOST_ALTERNATIVES) return false;
  return alternatives.every((one) => haveNoneInCommon(one, other, depth + 1));
}

/** Schemas of which any value of the schema is of one; none where it has no alternatives. */
function alternativesOf(schema: Schema): readonly Schema[] {
  for (const { anyOf, oneOf } of members(schema)) {
    if (anyOf.length > 0) return anyOf;
    if (oneOf.length > 0) return oneOf;
  }
  return [];
}

function isDisjoint(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  for (const text of few.keys()) if (many.has(text)) return false;
  return true;
}
