import { field, isArray, type Json } from './json.js';

/** Compact JSON text; big integers keep every digit and object keys their order. */
export function stringify(value: Json): string {
  return write(value, (keys) => keys);
}

/** JSON text with sorted keys: equal values have equal text, whatever their spelling was. */
export function canonical(value: Json): string {
  return write(value, (keys) => keys.sort());
}

function write(value: Json, order: (keys: string[]) => string[]): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? String(value) : plainNumber(JSON.stringify(value));
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  // Lists of names and of values are long.
  if (isArray(value)) return value.every(isText) ? JSON.stringify(value) : writeItems(value, order);
  let text = '{';
  for (const key of order(Object.keys(value))) {
    const member = field(value, key);
    if (member === undefined) continue;
    if (text.length > 1) text += ',';
    text += `${JSON.stringify(key)}:${write(member, order)}`;
  }
  return `${text}}`;
}

function writeItems(items: readonly Json[], order: (keys: string[]) => string[]): string {
  let text = '[';
  for (let index = 0; index < items.length; index++) {
    if (index > 0) text += ',';
    text += write(items[index] ?? null, order);
  }
  return `${text}]`;
}

function isText(value: Json): boolean {
  return typeof value === 'string';
}

/** `1e+21` without its exponent, as the same integer is written that was read digit by digit. */
function plainNumber(text: string): string {
  const match = /^(-?\d)(?:\.(\d+))?e\+(\d+)$/.exec(text);
  if (match === null) return text;
  const [, first = '', fraction = '', exponent = ''] = match;
  return `${first}${fraction.padEnd(Number(exponent), '0')}`;
}
