import type { Json } from '../source/json.js';

/** A plain scalar that JSON cannot hold. */
export const NOT_JSON = Symbol('not a JSON value');

const DECIMAL = /^[-+]?[0-9]+$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const NOT_FINITE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** Resolves a plain scalar by the core schema of YAML 1.2.2, section 10.3.2. Timestamps stay strings. */
export function resolvePlainScalar(text: string): Json | typeof NOT_JSON {
  switch (text) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
  }
  // Most scalars are words; numbers begin with a digit, a sign or a point.
  const first = text.charCodeAt(0);
  if (first > 0x39 || first < 0x2b) return text;
  if (DECIMAL.test(text)) return integer(text);
  if (/^0o[0-7]+$/.test(text) || /^0x[0-9a-fA-F]+$/.test(text)) return integer(text);
  if (FLOAT.test(text)) {
    const number = Number(text);
    return Number.isFinite(number) ? number : NOT_JSON;
  }
  return NOT_FINITE.test(text) ? NOT_JSON : text;
}

function integer(text: string): number | bigint {
  const number = Number(text);
  if (Number.isSafeInteger(number)) return number === 0 ? 0 : number;
  const unsigned = BigInt(text.replace(/^[-+]/, ''));
  return text.startsWith('-') ? -unsigned : unsigned;
}
