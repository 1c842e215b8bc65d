import { objectKey, stringLiteral } from '../../../generator/emit/text.js';
import { isArray, isObject, type Json } from '../../../openapi/source/json.js';
import { stringify } from '../../../openapi/source/stringify.js';

/** Characters that a line of code may have. */
const LONGEST_LINE = 88;

/** A value as an expression: on one line where it fits, else one member a line. */
export function literal(value: Json, indent = ''): string {
  const line = inline(value);
  if (line.length + indent.length <= LONGEST_LINE) return line;
  const inner = `${indent}  `;
  if (isArray(value)) {
    return `[\n${value.map((item: Json) => `${inner}${literal(item, inner)},`).join('\n')}\n${indent}]`;
  }
  if (!isObject(value)) return line;
  const members = Object.keys(value).map((key) => `${inner}${objectKey(key)}: ${literal(value[key] ?? null, inner)},`);
  return `{\n${members.join('\n')}\n${indent}}`;
}

/** A value as an expression on one line. */
export function inline(value: Json): string {
  if (typeof value === 'string') return text(value);
  if (isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (!isObject(value)) return stringify(value);
  const members = Object.keys(value).map((key) => `${objectKey(key)}: ${inline(value[key] ?? null)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** In single quotes where that needs no other escape. */
export function text(value: string): string {
  const quoted = stringLiteral(value);
  return /['\\]/.test(quoted) || value.includes('"') ? quoted : `'${quoted.slice(1, -1)}'`;
}
