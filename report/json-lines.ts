import { isArray, isObject, type Json } from '../openapi/source/json.js';
import { stringify } from '../openapi/source/stringify.js';
import { encodeTerminal } from './encode/terminal.js';

/** The longest value on one line, in characters. */
export const LONGEST_LINE = 90;

/** JSON on one line, with spaces to read it by; what cannot be seen is shown as an escape. */
export function spaced(value: Json): string {
  if (isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (!isObject(value)) return encodeTerminal(stringify(value));
  const members = Object.keys(value).map(
    (key) => `${encodeTerminal(JSON.stringify(key))}: ${spaced(value[key] ?? null)}`,
  );
  return `{${members.join(', ')}}`;
}

/** JSON on many lines; what fits on one stays there. No line begins with a backtick, which would end the block. */
export function layOut(value: Json, indent: string, longest = LONGEST_LINE): readonly string[] {
  const line = spaced(value);
  if (line.length + indent.length <= longest || (!isArray(value) && !isObject(value))) return [line];
  const [open, close] = isArray(value) ? '[]' : '{}';
  const inner = `${indent}  `;
  const members: readonly (readonly [string, Json])[] = isArray(value)
    ? value.map((item: Json) => ['', item])
    : Object.keys(value).map((key) => [`${encodeTerminal(JSON.stringify(key))}: `, value[key] ?? null]);
  const lines = members.flatMap(([label, item], index) => {
    const [first = '', ...rest] = layOut(item, inner, longest);
    const told = [`  ${label}${first}`, ...rest.map((text) => `  ${text}`)];
    const last = told.length - 1;
    return told.map((text, at) => (at === last && index < members.length - 1 ? `${text},` : text));
  });
  return [open ?? '', ...lines, close ?? ''];
}
