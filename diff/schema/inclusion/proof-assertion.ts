import type { Schema } from '../../../openapi/model/schema.js';
import { field, isArray, isObject, type Json } from '../../../openapi/source/json.js';
import { holds, schemasAt } from './evaluate.js';
import type { Assertion } from './parts.js';
import { type PlainSchema, plainAssertion } from './plain-assertion.js';
import { THEN } from './then.js';

/** A schema that shows what is to be shown; `undefined` when that cannot be. */
type Proof = PlainSchema | undefined;

export type Prove = (part: Schema) => Proof;

/** How to show that a schema accepts, or rejects, the value itself or one inside it. */
export interface Provers {
  readonly yes: Prove;
  readonly no: Prove;
  readonly accepts: (part: Schema, child: Json) => Proof;
  readonly rejects: (part: Schema, child: Json) => Proof;
}

export function acceptingAssertion(assertion: Assertion, value: Json, { yes, accepts, rejects }: Provers): Proof {
  switch (assertion.kind) {
    case 'shape':
      return isObject(value) ? properties(assertion, value, accepts) : true;
    case 'names':
      return isObject(value) ? names(assertion.name, Object.keys(value), accepts) : true;
    case 'items':
      return isArray(value) ? items(assertion, value, accepts) : true;
    case 'contains':
      return isArray(value) ? counted(assertion, value, accepts, rejects, true) : true;
    case 'dependentSchema':
      return isObject(value) && field(value, assertion.name) !== undefined ? yes(assertion.schema) : true;
    default:
      return holds(assertion, value) === true ? plainAssertion(assertion) : undefined;
  }
}

type ShapeAssertion = Extract<Assertion, { readonly kind: 'shape' }>;
type ItemsAssertion = Extract<Assertion, { readonly kind: 'items' }>;
type ContainsAssertion = Extract<Assertion, { readonly kind: 'contains' }>;

function properties(
  { shape }: ShapeAssertion,
  value: { readonly [key: string]: Json | undefined },
  accepts: Provers['accepts'],
): Proof {
  const proofs: [string, PlainSchema][] = [];
  for (const name of Object.keys(value)) {
    const child = field(value, name) ?? null;
    const proof = all(schemasAt(shape, name)?.map((part) => accepts(part, child)) ?? [undefined]);
    if (proof === undefined) return undefined;
    if (proof !== true) proofs.push([name, proof]);
  }
  return proofs.length === 0 ? true : { properties: Object.fromEntries(proofs) };
}

/** Each name is shown to be accepted by what accepts just this name. */
function names(schema: Schema, found: readonly string[], accepts: Provers['accepts']): Proof {
  const proofs: PlainSchema[] = [];
  for (const name of found) {
    const proof = accepts(schema, name);
    if (proof === undefined) return undefined;
    proofs.push({ allOf: [{ const: name }, proof] });
  }
  return proofs.length === 0 ? true : { propertyNames: { anyOf: proofs } };
}

function items({ prefix, rest }: ItemsAssertion, value: readonly Json[], accepts: Provers['accepts']): Proof {
  const proofs: PlainSchema[] = [];
  for (const [index, child] of value.entries()) {
    const part = prefix[index] ?? rest;
    const proof = part === undefined ? true : accepts(part, child);
    if (proof === undefined) return undefined;
    proofs.push(proof);
  }
  return eachItem(proofs);
}

/** What is shown of every item of an array, where the same is shown of all in short. */
function eachItem(proofs: readonly PlainSchema[]): PlainSchema {
  const [one] = proofs;
  if (one === undefined) return true;
  const text = JSON.stringify(one);
  if (proofs.some((proof) => proof !== one && JSON.stringify(proof) !== text)) return { prefixItems: proofs };
  return one === true || { items: one };
}

export function rejectingAssertion(assertion: Assertion, value: Json, { no, accepts, rejects }: Provers): Proof {
  switch (assertion.kind) {
    case 'shape': {
      if (!isObject(value)) return undefined;
      for (const name of Object.keys(value)) {
        const child = field(value, name) ?? null;
        const proof = first(schemasAt(assertion.shape, name) ?? [], (part) => rejects(part, child));
        if (proof !== undefined) return { properties: Object.fromEntries([[name, proof]]) };
      }
      return undefined;
    }
    case 'names': {
      const proof = isObject(value) ? first(Object.keys(value), (name) => rejects(assertion.name, name)) : undefined;
      return proof === undefined ? undefined : { propertyNames: proof };
    }
    case 'items': {
      for (const [index, child] of isArray(value) ? value.entries() : []) {
        const part = assertion.prefix[index] ?? assertion.rest;
        const proof = part && rejects(part, child);
        if (proof !== undefined) return { prefixItems: [...Array.from({ length: index }, () => true), proof] };
      }
      return undefined;
    }
    case 'contains':
      return isArray(value) ? counted(assertion, value, accepts, rejects, false) : undefined;
    case 'dependentSchema': {
      if (!isObject(value) || field(value, assertion.name) === undefined) return undefined;
      const proof = no(assertion.schema);
      return proof === undefined ? undefined : { if: { required: [assertion.name] }, [THEN]: proof };
    }
    default:
      return holds(assertion, value) === false ? plainAssertion(assertion) : undefined;
  }
}

/** Each item is shown to be one that counts, or one that does not. Counting them is left to arithmetic. */
function counted(
  { item, min, max }: ContainsAssertion,
  value: readonly Json[],
  accepts: Provers['accepts'],
  rejects: Provers['rejects'],
  isKept: boolean,
): Proof {
  const found = value.map((child) => accepts(item, child));
  const missed = value.map((child, index) => (found[index] === undefined ? rejects(item, child) : undefined));
  const sure = found.filter((proof) => proof !== undefined).length;
  const possible = missed.filter((proof) => proof === undefined).length;
  if (isKept ? sure < min || possible > max : sure <= max && possible >= min) return undefined;
  const shown = value.map((_, index) => found[index] ?? negated(missed[index]) ?? true);
  const arrays = { type: 'array', prefixItems: shown, minItems: value.length, maxItems: value.length };
  const plain = value.length === 0 ? { type: 'array', maxItems: 0 } : arrays;
  return isKept ? plain : { not: plain };
}

export function negated(proof: Proof): Proof {
  return proof === undefined ? undefined : { not: proof };
}

export function first<Part>(parts: readonly Part[], prove: (part: Part) => Proof): Proof {
  for (const part of parts) {
    const proof = prove(part);
    if (proof !== undefined) return proof;
  }
  return undefined;
}

/** All of them together; `undefined` when one is missing. */
export function all(proofs: readonly Proof[]): Proof {
  const parts: PlainSchema[] = [];
  for (const proof of proofs) {
    if (proof === undefined) return undefined;
    if (proof !== true) parts.push(...partsIn(proof, 'allOf'));
  }
  const needed = distinct(parts);
  const [only] = needed;
  if (only === undefined) return true;
  return needed.length === 1 ? only : { allOf: needed };
}

/** At least one of them. */
export function anyOf(proofs: readonly PlainSchema[]): PlainSchema {
  return { anyOf: distinct(proofs.flatMap((proof) => partsIn(proof, 'anyOf'))) };
}

/** The parts of what says nothing but that all of them hold, or one of them. */
function partsIn(proof: PlainSchema, keyword: 'allOf' | 'anyOf'): readonly PlainSchema[] {
  const parts = typeof proof === 'object' && Object.keys(proof).length === 1 ? proof[keyword] : undefined;
  // A list under such a keyword was put together above.
  return Array.isArray(parts) ? (parts as readonly PlainSchema[]) : [proof];
}

/** Many ways lead to one schema, and each need be shown once. */
function distinct(proofs: readonly PlainSchema[]): readonly PlainSchema[] {
  const keyOf = (proof: PlainSchema) => (typeof proof === 'object' ? (proof['$ref'] ?? proof) : proof);
  return [...new Map(proofs.map((proof) => [keyOf(proof), proof])).values()];
}

/** That every part of a union rejects the value. */
export function everyOne(parts: readonly Schema[], no: Prove): Proof {
  const proofs: PlainSchema[] = [];
  for (const part of parts) {
    const proof = no(part);
    if (proof === undefined) return undefined;
    proofs.push(proof);
  }
  return anyOf(proofs);
}

/** That one part accepts the value and all others reject it. */
export function exactlyOne(parts: readonly Schema[], yes: Prove, no: Prove): Proof {
  for (const [index, part] of parts.entries()) {
    const proof = yes(part);
    if (proof === undefined) continue;
    const others = parts.filter((_, other) => other !== index).map((other) => negated(no(other)));
    return all([proof, ...others]);
  }
  return undefined;
}
