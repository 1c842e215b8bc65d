import { loadFile } from '../../openapi/load/load-file.js';
import { type LoadedFile, placeOf } from '../../openapi/load/loaded-file.js';
import { type Diagnostic, DocumentError } from '../../openapi/source/diagnostic.js';
import { describeType, isArray, isObject, type Json, type JsonObject } from '../../openapi/source/json.js';
import { didYouMean } from '../../openapi/source/suggest.js';
import type { MoveHint } from './hint.js';

/**
 * Reads a file of hints. It is data: nothing in it is run.
 * @throws DocumentError with the place of everything that is wrong in it
 */
export function readHints(name: string, bytes: Uint8Array): readonly MoveHint[] {
  const file = loadFile(name, bytes);
  const faults: Diagnostic[] = [];
  const report: Report = (path, code, message, atKey = false) => {
    faults.push({ code, message, place: placeOf(file, path, atKey) });
  };
  const hints = hintsIn(file, report);
  if (faults.length > 0) throw new DocumentError(faults);
  return hints;
}

type Report = (path: readonly string[], code: string, message: string, atKey?: boolean) => void;

function hintsIn(file: LoadedFile, report: Report): readonly MoveHint[] {
  const { value } = file;
  if (!isObject(value)) {
    report([], 'type', `A file of hints must be a mapping with "renames", not ${describeType(value)}.`);
    return [];
  }
  refuseOthers(value, [], ['renames', '$schema'], report);
  const renames = own(value, 'renames');
  if (!isArray(renames)) {
    const found = renames === undefined ? 'is missing' : `must be a list, not ${describeType(renames)}`;
    report(renames === undefined ? [] : ['renames'], 'type', `"renames" ${found}.`);
    return [];
  }
  const pairs = new Set<string>();
  return renames.flatMap((item: Json, index) => {
    const path = ['renames', String(index)];
    if (!isObject(item)) {
      report(path, 'type', `A rename must be a mapping with "from" and "to", not ${describeType(item)}.`);
      return [];
    }
    refuseOthers(item, path, ['from', 'to', 'confirmed'], report);
    const [from, to] = [textIn(item, 'from', path, report), textIn(item, 'to', path, report)];
    const confirmed = own(item, 'confirmed') ?? true;
    if (typeof confirmed !== 'boolean') {
      report([...path, 'confirmed'], 'type', `"confirmed" must be true or false, not ${describeType(confirmed)}.`);
      return [];
    }
    if (from === undefined || to === undefined) return [];
    const pair = JSON.stringify([from, to]);
    if (pairs.has(pair)) {
      report(path, 'duplicate-hint', `The rename from "${from}" to "${to}" is listed twice.`);
      return [];
    }
    pairs.add(pair);
    const { file: name, line, column } = placeOf(file, path);
    return [{ from, to, confirmed, place: `${name}:${line}:${column}` }];
  });
}

function textIn(item: JsonObject, key: string, path: readonly string[], report: Report): string | undefined {
  const value = own(item, key);
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  const found =
    value === undefined ? 'is missing' : `must be text, not ${value === '' ? 'empty' : describeType(value)}`;
  report(value === undefined ? path : [...path, key], 'type', `"${key}" ${found}.`);
  return undefined;
}

function refuseOthers(object: JsonObject, path: readonly string[], known: readonly string[], report: Report): void {
  for (const key of Object.keys(object)) {
    if (known.includes(key)) continue;
    report([...path, key], 'unknown-key', `"${key}" means nothing here.${didYouMean(key, known)}`, true);
  }
}

function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
