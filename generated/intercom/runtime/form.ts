import type { Encode, Encoding } from './operation.js';
import { own } from './own.js';
import { expand, scalar } from './style.js';

/** `body` as pairs of a form; arrays repeat the name and objects are JSON unless `rules` say otherwise. */
export function formPairs(body: unknown, rules?: Readonly<Record<string, Encoding>>): string {
  const parts = Object.entries(Object(body)).map(([name, value]) => {
    const { style = 'form', explode = style === 'form' } = own(rules, name) ?? {};
    if (value == null) return '';
    const plain = !own(rules, name)?.style && !Array.isArray(value);
    return expand(name, plain ? scalar(value) : value, style, explode, encodeURIComponent);
  });
  return parts.filter(Boolean).join('&');
}

/** Writes `application/x-www-form-urlencoded`; text and URLSearchParams are sent as they are. */
export const encodeForm: Encode = (body, { name, body: type = 'application/x-www-form-urlencoded', encoding }) => {
  if (body instanceof URLSearchParams) return [body];
  try {
    return [typeof body === 'string' ? body : formPairs(body, encoding), type];
  } catch (cause) {
    throw new TypeError(`${name}: the body cannot be encoded as ${type}.`, { cause });
  }
};
