import { isArray, isObject, type Json } from '../source/json.js';
import type { SourceText } from '../source/text.js';
import type { EscapedText } from './escaped-text.js';
import { JsonIndex } from './json-index.js';
import { type JsonOutline, outlineOf } from './json-outline.js';
import { readJsonExactly } from './json-reader.js';
import { MAX_DEPTH } from './limits.js';
import { isIdentifier, type LoadedFile, mayUseIds } from './loaded-file.js';

/**
 * Parses JSON. `JSON.parse` does the work; the exact reader, several times slower, takes over only where `JSON.parse` would
 * fail without a position, lose a duplicate key or round an integer.
 * @throws DocumentError with every duplicate key, or with the first syntax error.
 */
export function parseJson(source: SourceText): LoadedFile {
  const fast = parseFast(source.text);
  const value = fast === undefined ? readJsonExactly(source) : fast.value;
  const usesIds = fast?.usesIds ?? mayUseIds(source);
  return loaded(source, value, usesIds, new JsonIndex(source.text, fast?.outline));
}

/** Parses JSON as most files hold it; `undefined` for any other text, JSON or not, which is then read as it stands. */
export function parsePlainJson(source: EscapedText): LoadedFile | undefined {
  const fast = parseFast(source.text);
  return fast && loaded(source, fast.value, fast.usesIds, new JsonIndex(source.text, fast.outline));
}

function loaded(source: LoadedFile['source'], value: Json, usesIds: boolean, index: JsonIndex): LoadedFile {
  return { source, value, isTree: true, usesIds, locate: (segments) => index.locate(segments) };
}

interface FastJson {
  readonly value: Json;
  readonly outline: JsonOutline;
  readonly usesIds: boolean;
}

/** `undefined` where the text is no JSON, or its value is not all that the text says. */
function parseFast(text: string): FastJson | undefined {
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const survey = surveyKeys(value);
  if (survey === undefined) return undefined;
  const outline = outlineOf(text);
  // A duplicate key stands in the text and not in the value.
  return survey.count === outline.keys ? { value, outline, usesIds: survey.usesIds } : undefined;
}

/** The keys in a value, or `undefined` when it is too deep or holds a number that may have been rounded. */
function surveyKeys(root: Json): { readonly count: number; readonly usesIds: boolean } | undefined {
  if (isDoubtful(root)) return undefined;
  let count = 0;
  let usesIds = false;
  let level: Json[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth >= MAX_DEPTH) return undefined;
    const next: Json[] = [];
    for (const value of level) {
      if (isArray(value)) {
        for (const item of value) {
          if (typeof item === 'object' && item !== null) next.push(item);
          else if (isDoubtful(item)) return undefined;
        }
      } else if (isObject(value)) {
        // `for … in` is twice as fast as a list of keys, and these objects inherit nothing that it would list.
        for (const key in value) {
          count++;
          if (isIdentifier(key)) usesIds = true;
          const member = value[key] ?? null;
          if (typeof member === 'object' && member !== null) next.push(member);
          else if (isDoubtful(member)) return undefined;
        }
      }
    }
    level = next;
  }
  return { count, usesIds };
}

/** An integer of this size has lost digits, or stands beside one that has. */
function isDoubtful(value: Json): boolean {
  return typeof value === 'number' && (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER);
}
