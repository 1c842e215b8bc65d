import { field, isArray, isObject, type Json, setField } from '../../../openapi/source/json.js';

/** The validator cannot be given this. */
export class NotExpressible extends Error {
  override readonly name = 'NotExpressible';
}

/** The number that this validator works on. */
export function exactNumber(value: number | bigint): number {
  if (typeof value === 'number') return value;
  const number = Number(value);
  if (!Number.isFinite(number) || BigInt(number) !== value) throw new NotExpressible('It works on binary numbers.');
  return number;
}

/** The value with big integers as the numbers that this validator works on. */
export function exactJson(value: Json): Json {
  if (typeof value === 'bigint') return exactNumber(value);
  if (isArray(value)) return value.map(exactJson);
  if (!isObject(value)) return value;
  const copy: Record<string, Json | undefined> = {};
  for (const key of Object.keys(value)) setField(copy, key, exactJson(field(value, key) ?? null));
  return copy;
}
