import type { Json } from '../../openapi/source/json.js';
import { canonical } from '../../openapi/source/stringify.js';

const LONGEST_TEXT = 60;
const LONGEST_SENTENCE = 240;
const LONGEST_VALUE = 100;
const MOST_VALUES = 8;

/** Text of a document for a message: in double quotes, on one line, cut when it is long. */
export function quote(text: string): string {
  return printable(JSON.stringify(cut(text, LONGEST_TEXT)));
}

/** A value of a document as JSON for a message: on one line, with sorted keys, cut when it is long. */
export function show(value: Json): string {
  return typeof value === 'string' ? quote(value) : printable(cut(canonical(value), LONGEST_VALUE));
}

/** Values for a message, the first of many. */
export function list(values: readonly Json[]): string {
  if (values.length <= MOST_VALUES) return conjoin(values.map(show));
  const shown = values.slice(0, MOST_VALUES).map(show);
  return conjoin([...shown, `${values.length - MOST_VALUES} more`]);
}

/** Sentences of a document for a message, each in double quotes, without its full stop, and only cut when it is no sentence any more. */
export function sentences(values: readonly Json[]): string {
  const text = (value: Json): string =>
    typeof value === 'string'
      ? printable(JSON.stringify(cut(value.replace(/\.$/, ''), LONGEST_SENTENCE)))
      : show(value);
  return conjoin(values.slice(0, MOST_VALUES).map(text));
}

/** One or several properties as the subject of a sentence. */
export function subject(properties: readonly string[]): string {
  return properties.length === 1
    ? `The property ${list(properties)}`
    : `The ${properties.length} properties ${list(properties)}`;
}

function conjoin(parts: readonly string[]): string {
  const last = parts.at(-1);
  if (last === undefined) return 'nothing';
  return parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const characters = [...text.slice(0, longest * 2)];
  return characters.length <= longest && text.length <= longest * 2
    ? text
    : `${characters.slice(0, longest - 1).join('')}…`;
}

/** Escapes characters that break a line, steer a terminal or turn the direction of text around, and lone halves of pairs. */
function printable(text: string): string {
  // Setting up the classes of characters takes longer than telling all that a small comparison tells.
  if (/^[ -~]*$/.test(text)) return text;
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) =>
    Array.from({ length: character.length }, (_, index) => `\\u${hex(character.charCodeAt(index))}`).join(''),
  );
}

function hex(unit: number): string {
  return unit.toString(16).padStart(4, '0');
}
