import type { JsonType } from '../../../openapi/model/schema.js';
import type { Json } from '../../../openapi/source/json.js';

/**
 * Sets of JSON types as bits. Numbers are two types, with and without a fraction, so that `integer` and its opposite are sets
 * like any other.
 */
export const NULL = 1;
export const BOOLEAN = 2;
export const WHOLE = 4;
export const FRACTION = 8;
export const STRING = 16;
export const ARRAY = 32;
export const OBJECT = 64;
export const NUMBER = WHOLE | FRACTION;
export const ANY_TYPE = 127;

const BITS: Readonly<Record<JsonType, number>> = {
  null: NULL,
  boolean: BOOLEAN,
  integer: WHOLE,
  number: NUMBER,
  string: STRING,
  array: ARRAY,
  object: OBJECT,
};

/** The set that `type` names. A name that is no type adds nothing. */
export function typeBits(types: readonly JsonType[]): number {
  let bits = 0;
  // A document may name a type that does not exist.
  for (const type of types) bits |= Object.hasOwn(BITS, type) ? BITS[type] : 0;
  return bits;
}

/** The type of a value; 1.0 has no fraction. */
export function typeOfValue(value: Json): number {
  if (value === null) return NULL;
  switch (typeof value) {
    case 'boolean':
      return BOOLEAN;
    case 'bigint':
      return WHOLE;
    case 'number':
      return Number.isInteger(value) ? WHOLE : FRACTION;
    case 'string':
      return STRING;
    default:
      return Array.isArray(value) ? ARRAY : OBJECT;
  }
}
