import { isArray, isObject, type Json } from '../../openapi/source/json.js';
import { propertyName, stringLiteral } from './text.js';

/** The type of exactly one JSON value, every digit of a large integer included. */
export function literalType(value: Json): string {
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return 'number';
  if (isArray(value)) return `[${value.map(literalType).join(', ')}]`;
  if (!isObject(value)) return String(value);
  const members = Object.entries(value).flatMap(([name, member]) =>
    member === undefined ? [] : [`${propertyName(name)}: ${literalType(member)}`],
  );
  return members.length === 0 ? 'Record<string, never>' : `{ ${members.join('; ')} }`;
}
