import type { Schema } from '../../../openapi/model/schema.js';
import { bare, isBareList, saysNothing } from './bare.js';
import { evaluate } from './evaluate.js';
import { allowedTypes } from './parts.js';
import { type PlainSender, plainSender } from './plain-sender.js';
import type { Sameness } from './sameness.js';
import { ANY_TYPE, typeBits } from './value-types.js';

/**
 * Whether a receiver accepts all that is sent for the plain reason that it says of properties what the sender says of them, as far as
 * that may write them. Most questions are of this kind, and no value needs to be looked for.
 * @param isClosed the sender writes declared properties only
 */
export function plainlyAccepts(
  receiver: Schema,
  sender: readonly Schema[],
  isClosed: boolean,
  sameness: Sameness,
): boolean {
  const isList = isBareList(receiver);
  if (!isList && !saysPlainly(bare(receiver))) return false;
  const senders: PlainSender[] = [];
  for (const schema of sender) {
    const plain = plainSender(schema);
    if (plain === undefined) return false;
    senders.push(plain);
  }
  if (isList) return senders.some(({ always }) => always.some((one) => listsNoMore(one, receiver)));
  return new Comparison(senders, isClosed, sameness).accepts(receiver);
}

/** Whether one of the texts that are sent is plainly none that a receiver lists. */
export function plainlyRefuses(receiver: Schema, sender: readonly Schema[]): boolean {
  if (!isBareList(receiver) || receiver.enum === undefined) return false;
  const taken = new Set(receiver.enum);
  return sender.some((schema) => {
    const text = bare(schema).enum?.find((value) => typeof value === 'string' && !taken.has(value));
    return text !== undefined && evaluate(sender, text) === true;
  });
}

/** Whether texts are listed by a schema, and all of them by another one. */
function listsNoMore({ enum: sent }: Schema, { enum: taken, const: only }: Schema): boolean {
  if (sent === undefined || taken === undefined || only !== undefined) return false;
  const texts = new Set(taken);
  return sent.every((value) => typeof value === 'string' && texts.has(value));
}

/** More than this is left to the solver: so many schemas of a receiver, and so many looks at what a sender says of a property. */
const MOST_SCHEMAS = 100;
const MOST_LOOKS = 10_000;

/** What a receiver says beside what is sent. */
class Comparison {
  readonly #senders: readonly PlainSender[];
  readonly #always: readonly Schema[];
  readonly #atAll: readonly Schema[];
  readonly #namesAll: boolean;
  readonly #sameness: Sameness;
  readonly #types: number;
  readonly #seen = new Set<Schema>();
  #looks = 0;

  constructor(senders: readonly PlainSender[], isClosed: boolean, sameness: Sameness) {
    this.#senders = senders;
    this.#always = senders.flatMap(({ always }) => always);
    this.#atAll = senders.flatMap(({ atAll }) => atAll);
    this.#namesAll = isClosed && senders.every(({ namesAll }) => namesAll);
    this.#sameness = sameness;
    this.#types = this.#always.reduce((types, one) => types & allowedTypes(one), ANY_TYPE);
  }

  accepts(stated: Schema): boolean {
    const schema = bare(stated);
    if (saysNothing(schema)) return true;
    // What is met again is left to the solver, too, as it may lead back to itself.
    if (this.#seen.has(schema) || this.#seen.size > MOST_SCHEMAS || !saysPlainly(schema)) return false;
    this.#seen.add(schema);
    const { types, required, properties, ref, allOf, anyOf } = schema;
    if (types !== undefined && (this.#types & ~typeBits(types)) !== 0) return false;
    if (!required.every((name) => this.#senders.some((one) => one.required.has(name)))) return false;
    for (const [name, property] of properties) if (!this.#acceptsProperty(name, property)) return false;
    if (ref !== undefined && !this.accepts(ref.target)) return false;
    if (!allOf.every((part) => this.accepts(part))) return false;
    return anyOf.length === 0 || anyOf.some((part) => this.accepts(part));
  }

  #acceptsProperty(name: string, wanted: Schema): boolean {
    this.#looks += this.#always.length + this.#atAll.length;
    if (this.#looks > MOST_LOOKS) return false;
    if (saysNothing(wanted) || this.#always.some((one) => this.#isSame(one, name, wanted))) return true;
    if (!this.#namesAll || this.#senders.some(({ undescribed }) => undescribed.has(name))) return false;
    return this.#atAll.every((one) => !one.properties.has(name) || this.#isSame(one, name, wanted));
  }

  #isSame({ properties }: Schema, name: string, wanted: Schema): boolean {
    const stated = properties.get(name);
    return stated !== undefined && this.#sameness.same(stated, wanted);
  }
}

/** Whether a schema says nothing but which types values have, which properties, and what else they keep to. */
function saysPlainly(schema: Schema): boolean {
  const { additionalProperties, patternProperties, dependentRequired, dependentSchemas, prefixItems, oneOf } = schema;
  const { always, const: only, not, items, contains, propertyNames, unresolved, dynamicRef } = schema;
  if (schema.enum !== undefined || schema.if !== undefined) return false;
  if (schema.unevaluatedItems !== undefined || schema.unevaluatedProperties !== undefined) return false;
  for (const said of [always, only, not, items, contains, propertyNames, unresolved, dynamicRef]) {
    if (said !== undefined) return false;
  }
  const sizes = patternProperties.size + dependentRequired.size + dependentSchemas.size;
  if (sizes + prefixItems.length + oneOf.length > 0) return false;
  if (additionalProperties !== undefined && !saysNothing(additionalProperties)) return false;
  return Object.keys(schema.facets).length === 0;
}
