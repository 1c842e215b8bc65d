import { field, type Json } from './json.js';

/** Compact JSON text; big integers keep every digit and object keys their order. */
export function stringify(value: Json): string {
  return write(value, (keys) => keys);
}

/** JSON text with sorted keys: equal values have equal text, whatever their spelling was. */
export function canonical(value: Json): string {
  return write(value, (keys) => keys.sort());
}

function write(value: Json, order: (keys: string[]) => string[]): string {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return plainNumber(JSON.stringify(value));
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item: Json) => write(item, order)).join(',')}]`;
  // The array case returned above; Array.isArray does not narrow readonly arrays out of the union.
  const object = value as Exclude<typeof value, readonly Json[]>;
  const members: string[] = [];
  for (const key of order(Object.keys(object))) {
    const member = field(object, key);
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${write(member, order)}`);
  }
  return `{${members.join(',')}}`;
}

/** `1e+21` without its exponent, as the same integer is written that was read digit by digit. */
function plainNumber(text: string): string {
  const match = /^(-?\d)(?:\.(\d+))?e\+(\d+)$/.exec(text);
  if (match === null) return text;
  const [, first = '', fraction = '', exponent = ''] = match;
  return `${first}${fraction.padEnd(Number(exponent), '0')}`;
}
