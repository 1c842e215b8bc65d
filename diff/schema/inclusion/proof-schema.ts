import type { Schema } from '../../../openapi/model/schema.js';
import type { Json } from '../../../openapi/source/json.js';
import { canonical } from '../../../openapi/source/stringify.js';
import { referenceTo, referredTo } from './compact-proofs.js';
import { withoutUnevaluated } from './evaluated.js';
import { Judgements } from './judgements.js';
import { assertionsFor, partsOf } from './parts.js';
import { type PlainSchema, plainList, plainMember, plainTypes } from './plain-assertion.js';
import {
  acceptingAssertion,
  all,
  anyOf,
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
/** Larger proofs are written once and referred to, so that what is needed again and again makes no text of its own each time. */
const LARGEST_INSIDE = 30;

/** That a schema accepts the value, or rejects it. */
interface Goal {
  readonly schema: Schema;
  readonly accepts: boolean;
}

/**
 * Writes schemas that show what is to be shown about one value, and say no more than that takes. What is said of the same value inside
 * several others is written once.
 */
export class Proofs {
  /** What the schemas refer to. */
  readonly definitions: Record<string, PlainSchema> = {};
  readonly #goals = new Map<Schema, readonly [Goal, Goal]>();
  readonly #known = new Map<Json, Judgements<Goal, PlainSchema>>();
  /** The name of each definition by what it says. */
  readonly #names = new Map<string, string>();
  /** How much a validator has to do for a definition. */
  readonly #work = new Map<string, number>();

  /**
   * A schema that accepts no value which the given one rejects, and accepts this value: when a validator says that the value is valid
   * for it, it is valid for the given one. `undefined` when there is none.
   */
  accepting(schema: Schema, value: Json, depth = 0): PlainSchema | undefined {
    return this.#prove(schema, true, value, depth, typeof value === 'object' && value !== null);
  }

  /** As `accepting`, for a schema that is met on the way through the very same value. */
  acceptingToo(schema: Schema, value: Json, depth: number): PlainSchema | undefined {
    return this.#prove(schema, true, value, depth, false);
  }

  /** A schema that accepts every value which the given one accepts, but not this one. */
  rejecting(schema: Schema, value: Json, depth = 0): PlainSchema | undefined {
    return this.#prove(schema, false, value, depth, false);
  }

  /** How much a validator has to do for a schema, which follows a reference as often as it meets it. */
  workOf(proof: unknown): number {
    if (typeof proof !== 'object' || proof === null) return 1;
    let work = 1;
    for (const [key, part] of Object.entries(proof)) {
      const name = referredTo(key, part);
      work += (name === undefined ? undefined : this.#work.get(name)) ?? this.workOf(part);
    }
    return work;
  }

  #goalsOf(schema: Schema): readonly [Goal, Goal] {
    let goals = this.#goals.get(schema);
    if (goals === undefined) {
      goals = [
        { schema, accepts: true },
        { schema, accepts: false },
      ];
      this.#goals.set(schema, goals);
    }
    return goals;
  }

  #prove(schema: Schema, accepts: boolean, value: Json, depth: number, isDefined: boolean): PlainSchema | undefined {
    if (schema.always !== undefined) return schema.always === accepts ? accepts : undefined;
    let known = this.#known.get(value);
    if (known === undefined) {
      known = new Judgements(MAX_DEPTH);
      this.#known.set(value, known);
    }
    return known.of(this.#goalsOf(schema)[accepts ? 0 : 1], depth, () => {
      const proof = accepts ? accepting(this, schema, value, depth) : rejecting(this, schema, value, depth);
      if (typeof proof !== 'object') return proof;
      const isDefinition = proof['$ref'] !== undefined;
      return !isDefinition && (isDefined || sizeOf(proof) > LARGEST_INSIDE) ? this.#define(proof) : proof;
    });
  }

  #define(proof: PlainSchema): PlainSchema {
    const text = JSON.stringify(proof);
    const known = this.#names.get(text);
    if (known !== undefined) return referenceTo(known);
    const name = `d${this.#work.size}`;
    this.#names.set(text, name);
    this.#work.set(name, this.workOf(proof));
    this.definitions[name] = proof;
    return referenceTo(name);
  }
}

function sizeOf(proof: unknown): number {
  if (typeof proof !== 'object' || proof === null) return 1;
  return Object.values(proof).reduce((size: number, part) => size + sizeOf(part), 1);
}

function proversFor(context: Proofs, value: Json, depth: number): Provers {
  return {
    yes: (part) => context.acceptingToo(part, value, depth),
    no: (part) => context.rejecting(part, value, depth),
    accepts: (part, child) => context.accepting(part, child, depth),
    rejects: (part, child) => context.rejecting(part, child, depth),
  };
}

function accepting(context: Proofs, stated: Schema, value: Json, depth: number): PlainSchema | undefined {
  const schema = withoutUnevaluated(stated);
  if (schema === undefined) return undefined;
  const parts = partsOf(schema);
  const type = typeOfValue(value);
  if (parts.unknown !== undefined || (parts.types & type) === 0) return undefined;
  const provers = proversFor(context, value, depth + 1);
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

function rejecting(context: Proofs, stated: Schema, value: Json, depth: number): PlainSchema | undefined {
  const schema = withoutUnevaluated(stated);
  if (schema === undefined) return undefined;
  const parts = partsOf(schema);
  const type = typeOfValue(value);
  if (schema.types !== undefined && (typeBits(schema.types) & type) === 0) return plainTypes(schema);
  // Only a format of integers allows fewer types than "type" does.
  if ((parts.types & type) === 0)
    return type === FRACTION ? { if: { type: 'number' }, [THEN]: { type: 'integer' } } : undefined;
  if (parts.values !== undefined && !parts.values.has(canonical(value))) return plainList(parts.values, value);
  const provers = proversFor(context, value, depth + 1);
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
  return otherwise === undefined || proof === undefined ? undefined : anyOf([otherwise, proof]);
}
