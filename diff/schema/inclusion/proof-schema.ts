import type { Schema } from '../../../openapi/model/schema.js';
import type { Json } from '../../../openapi/source/json.js';
import { canonical } from '../../../openapi/source/stringify.js';
import { withoutUnevaluated } from './evaluated.js';
import { assertionsFor, partsOf } from './parts.js';
import { type PlainSchema, plainList, plainMember, plainTypes } from './plain-assertion.js';
import {
  acceptingAssertion,
  all,
  everyOne,
  exactlyOne,
  first,
  negated,
  type Prove,
  type Provers,
  rejectingAssertion,
} from './proof-assertion.js';
import { THEN } from './then.js';
import { FRACTION, typeBits, typeOfValue } from './value-types.js';

const MAX_DEPTH = 300;
const NONE: ReadonlySet<Schema> = new Set();

/**
 * Writes schemas that show what is to be shown about one value, and say no more than that takes. What is said of the same value inside
 * several others is written once.
 */
export class Proofs {
  /** What the schemas refer to. */
  readonly definitions: Record<string, PlainSchema> = {};
  readonly #known = new Map<Schema, Map<Json, PlainSchema | null>>();
  #count = 0;

  /**
   * A schema that accepts no value which the given one rejects, and accepts this value: when a validator says that the value is valid
   * for it, it is valid for the given one. `undefined` when there is none.
   */
  accepting(schema: Schema, value: Json, depth = 0): PlainSchema | undefined {
    if (typeof value !== 'object' || value === null) return accepting(this, schema, value, NONE, depth);
    const known = this.#known.get(schema) ?? new Map<Json, PlainSchema | null>();
    this.#known.set(schema, known);
    let proof = known.get(value);
    if (proof === undefined) {
      proof = this.#define(accepting(this, schema, value, NONE, depth)) ?? null;
      known.set(value, proof);
    }
    return proof ?? undefined;
  }

  /** A schema that accepts every value which the given one accepts, but not this one. */
  rejecting(schema: Schema, value: Json, depth = 0): PlainSchema | undefined {
    return rejecting(this, schema, value, NONE, depth);
  }

  #define(proof: PlainSchema | undefined): PlainSchema | undefined {
    if (typeof proof !== 'object') return proof;
    const name = `d${this.#count++}`;
    this.definitions[name] = proof;
    return { $ref: `#/$defs/${name}` };
  }
}

function proversFor(context: Proofs, value: Json, open: ReadonlySet<Schema>, depth: number): Provers {
  return {
    yes: (part) => accepting(context, part, value, open, depth),
    no: (part) => rejecting(context, part, value, open, depth),
    accepts: (part, child) => context.accepting(part, child, depth),
    rejects: (part, child) => context.rejecting(part, child, depth),
  };
}

function accepting(
  context: Proofs,
  stated: Schema,
  value: Json,
  open: ReadonlySet<Schema>,
  depth: number,
): PlainSchema | undefined {
  if (stated.always !== undefined) return stated.always ? true : undefined;
  const schema = depth > MAX_DEPTH || open.has(stated) ? undefined : withoutUnevaluated(stated);
  if (schema === undefined) return undefined;
  const parts = partsOf(schema);
  const type = typeOfValue(value);
  if (parts.unknown !== undefined || (parts.types & type) === 0) return undefined;
  const provers = proversFor(context, value, new Set([...open, stated]), depth + 1);
  const { yes, no } = provers;
  const proofs: (PlainSchema | undefined)[] = [];
  if (schema.types !== undefined) proofs.push(plainTypes(schema));
  if (parts.values !== undefined) proofs.push(plainMember(parts.values, value));
  for (const assertion of assertionsFor(parts, type)) proofs.push(acceptingAssertion(assertion, value, provers));
  if (schema.ref !== undefined) proofs.push(yes(schema.ref.target));
  for (const part of schema.allOf) proofs.push(yes(part));
  if (schema.anyOf.length > 0) proofs.push(first(schema.anyOf, yes));
  if (schema.oneOf.length > 0) proofs.push(exactlyOne(schema.oneOf, yes, no));
  if (schema.not !== undefined) proofs.push(negated(no(schema.not)));
  if (schema.if !== undefined) {
    const condition = yes(schema.if);
    const consequence = condition === undefined ? schema.else : schema.then;
    proofs.push(condition ?? negated(no(schema.if)));
    if (consequence !== undefined) proofs.push(yes(consequence));
  }
  return all(proofs);
}

function rejecting(
  context: Proofs,
  stated: Schema,
  value: Json,
  open: ReadonlySet<Schema>,
  depth: number,
): PlainSchema | undefined {
  if (stated.always !== undefined) return stated.always ? undefined : false;
  const schema = depth > MAX_DEPTH || open.has(stated) ? undefined : withoutUnevaluated(stated);
  if (schema === undefined) return undefined;
  const parts = partsOf(schema);
  const type = typeOfValue(value);
  if (schema.types !== undefined && (typeBits(schema.types) & type) === 0) return plainTypes(schema);
  // Only a format of integers allows fewer types than "type" does.
  if ((parts.types & type) === 0)
    return type === FRACTION ? { if: { type: 'number' }, [THEN]: { type: 'integer' } } : undefined;
  if (parts.values !== undefined && !parts.values.has(canonical(value))) return plainList(parts.values, value);
  const provers = proversFor(context, value, new Set([...open, stated]), depth + 1);
  const { yes, no } = provers;
  for (const assertion of assertionsFor(parts, type)) {
    const proof = rejectingAssertion(assertion, value, provers);
    if (proof !== undefined) return proof;
  }
  const joined = schema.ref === undefined ? schema.allOf : [schema.ref.target, ...schema.allOf];
  const proof = first(joined, no);
  if (proof !== undefined) return proof;
  const union = schema.anyOf.length > 0 ? everyOne(schema.anyOf, no) : undefined;
  return union ?? rejectingOneOf(schema, yes, no) ?? rejectingRest(schema, yes, no);
}

function rejectingOneOf(schema: Schema, yes: Prove, no: Prove): PlainSchema | undefined {
  if (schema.oneOf.length === 0) return undefined;
  const none = everyOne(schema.oneOf, no);
  if (none !== undefined) return none;
  const valid: PlainSchema[] = [];
  for (const part of schema.oneOf) {
    const proof = yes(part);
    if (proof !== undefined) valid.push(proof);
    if (valid.length === 2) return { not: { allOf: valid } };
  }
  return undefined;
}

function rejectingRest(schema: Schema, yes: Prove, no: Prove): PlainSchema | undefined {
  if (schema.not !== undefined) {
    const proof = negated(yes(schema.not));
    if (proof !== undefined) return proof;
  }
  if (schema.if === undefined) return undefined;
  const condition = yes(schema.if);
  if (condition !== undefined) {
    const proof = schema.then && no(schema.then);
    return proof === undefined ? undefined : { if: condition, [THEN]: proof };
  }
  const otherwise = no(schema.if);
  const proof = schema.else && no(schema.else);
  return otherwise === undefined || proof === undefined ? undefined : { if: otherwise, else: proof };
}
