import { field, type Json } from '../source/json.js';
import type { SourceText } from '../source/text.js';
import { JsonIndex } from './json-index.js';
import { readJsonExactly } from './json-reader.js';
import { MAX_DEPTH } from './limits.js';
import type { LoadedFile } from './loaded-file.js';

/**
 * Parses JSON. `JSON.parse` does the work; the exact reader, several times slower, takes over only where `JSON.parse` would
 * fail without a position, lose a duplicate key or round an integer.
 * @throws DocumentError with every duplicate key, or with the first syntax error.
 */
export function parseJson(source: SourceText): LoadedFile {
  const index = new JsonIndex(source.text);
  return { source, value: parseValue(source), isTree: true, locate: (segments) => index.locate(segments) };
}

function parseValue(source: SourceText): Json {
  const survey = surveyText(source.text);
  if (survey.longestDigitRun < 16) {
    let value: Json;
    try {
      value = JSON.parse(source.text);
    } catch {
      return readJsonExactly(source);
    }
    const counted = countKeys(value);
    if (counted !== undefined && counted === survey.possibleKeys) return value;
  }
  return readJsonExactly(source);
}

/**
 * `possibleKeys` counts quotes followed by a colon. Every key is one, and text inside strings may add some, so a count equal to
 * the keys of the parsed value proves that no key was lost.
 */
function surveyText(text: string): { possibleKeys: number; longestDigitRun: number } {
  let possibleKeys = 0;
  let longestDigitRun = 0;
  let digits = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x30 && code <= 0x39) {
      digits++;
      continue;
    }
    if (digits > longestDigitRun && !isWordCharacter(text.charCodeAt(index - digits - 1))) longestDigitRun = digits;
    digits = 0;
    if (code !== 0x22 || isEscaped(text, index)) continue;
    let next = text.charCodeAt(index + 1);
    for (let after = index + 2; next === 0x20 || next === 0x0a || next === 0x0d || next === 0x09; after++) {
      next = text.charCodeAt(after);
    }
    if (next === 0x3a) possibleKeys++;
  }
  return { possibleKeys, longestDigitRun: Math.max(longestDigitRun, digits) };
}

/** Digits after a letter, digit or point belong to text or to a fraction, not to an integer. */
function isWordCharacter(code: number): boolean {
  return code === 0x2e || code === 0x5f || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Whether an odd number of backslashes stands before the quote: such a quote ends no string. */
function isEscaped(text: string, quote: number): boolean {
  let before = quote - 1;
  while (text.charCodeAt(before) === 0x5c) before--;
  return (quote - before) % 2 === 0;
}

/** The number of keys in a value, or `undefined` when it is too deep or holds a number that is not finite. */
function countKeys(root: Json): number | undefined {
  if (root === Number.POSITIVE_INFINITY || root === Number.NEGATIVE_INFINITY) return undefined;
  let count = 0;
  let level: Json[] = typeof root === 'object' && root !== null ? [root] : [];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return undefined;
    const next: Json[] = [];
    for (const value of level) {
      if (Array.isArray(value)) {
        for (const item of value) {
          if (typeof item === 'object' && item !== null) next.push(item);
          else if (item === Number.POSITIVE_INFINITY || item === Number.NEGATIVE_INFINITY) return undefined;
        }
      } else if (typeof value === 'object' && value !== null) {
        // Array.isArray does not narrow readonly arrays out of the union.
        const object = value as Exclude<typeof value, readonly Json[]>;
        for (const key of Object.keys(object)) {
          count++;
          const member = field(object, key);
          if (typeof member === 'object' && member !== null) next.push(member);
          else if (member === Number.POSITIVE_INFINITY || member === Number.NEGATIVE_INFINITY) return undefined;
        }
      }
    }
    level = next;
  }
  return count;
}
