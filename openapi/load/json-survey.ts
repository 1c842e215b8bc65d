import { isArray, isObject, type Json } from '../source/json.js';
import { MAX_DEPTH } from './limits.js';
import { isIdentifier } from './loaded-file.js';

/** What is known of a value that `JSON.parse` made. */
export interface JsonSurvey {
  readonly keys: number;
  readonly usesIds: boolean;
}

/**
 * Looks through a value; `undefined` when it is too deep or holds a number that may have been rounded.
 * @param depth how many containers the value stands in
 */
export function surveyJson(value: Json, depth = 0): JsonSurvey | undefined {
  const surveyor = new Surveyor();
  return surveyor.visit(value, depth) ? surveyor : undefined;
}

class Surveyor implements JsonSurvey {
  keys = 0;
  usesIds = false;

  /** In the order in which the values lie in memory, which is several times faster than level by level. */
  visit(value: Json, depth: number): boolean {
    if (typeof value !== 'object' || value === null) return !isDoubtful(value);
    if (depth >= MAX_DEPTH) return false;
    if (isArray(value)) {
      for (const item of value) if (!this.visit(item, depth + 1)) return false;
    } else if (isObject(value)) {
      // `for … in` is twice as fast as a list of keys, and these objects inherit nothing that it would list.
      for (const key in value) {
        this.keys++;
        if (isIdentifier(key)) this.usesIds = true;
        if (!this.visit(value[key] ?? null, depth + 1)) return false;
      }
    }
    return true;
  }
}

/** An integer of this size has lost digits, or stands beside one that has. */
function isDoubtful(value: Json): boolean {
  return typeof value === 'number' && (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER);
}
