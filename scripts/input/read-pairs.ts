import { dirname, isAbsolute, join, resolve } from 'node:path';
import { loadFile } from '../../openapi/load/load-file.js';
import { placeOf } from '../../openapi/load/loaded-file.js';
import { type Diagnostic, DocumentError } from '../../openapi/source/diagnostic.js';
import { describeType, isArray, isObject, type Json, type JsonObject } from '../../openapi/source/json.js';
import { didYouMean } from '../../openapi/source/suggest.js';
import { InputError, type Io } from '../command.js';
import { readRegularFile } from './file.js';

/** Two documents of a batch, as they are named on the command line. */
export interface NamedPair {
  readonly name: string;
  readonly base: string;
  readonly revision: string;
}

const KEYS = ['base', 'revision', 'name'] as const;

/**
 * Reads the file of a batch: a list of `{base, revision, name?}` in JSON or YAML, `-` for standard input. A relative path counts
 * from the folder of the file.
 * @throws DocumentError with the place of everything that is wrong in it
 */
export async function readPairs(name: string, io: Io): Promise<readonly NamedPair[]> {
  const isStdin = name === '-';
  const file = loadFile(
    isStdin ? '<stdin>' : name,
    isStdin ? await io.readStdin() : await readRegularFile(resolve(io.cwd, name), name),
  );
  const folder = isStdin ? '.' : dirname(name);
  const faults: Diagnostic[] = [];
  const report = (at: readonly string[], code: string, message: string, atKey = false): void => {
    faults.push({ code, message, place: placeOf(file, at, atKey) });
  };
  const list: Json = file.value;
  if (!isArray(list)) {
    report([], 'type', `A batch must be a list of {base, revision}, not ${describeType(list)}.`);
    throw new DocumentError(faults);
  }
  const pairs = list.flatMap((item: Json, index): readonly NamedPair[] => {
    const at = [String(index)];
    if (!isObject(item)) {
      report(at, 'type', `A pair must be a mapping with "base" and "revision", not ${describeType(item)}.`);
      return [];
    }
    for (const key of Object.keys(item)) {
      if (KEYS.some((known) => known === key)) continue;
      report([...at, key], 'unknown-key', `"${key}" means nothing here.${didYouMean(key, KEYS)}`, true);
    }
    const [base, revision, title] = KEYS.map((key) => textIn(item, key));
    for (const key of ['base', 'revision', 'name'] as const) {
      const isNeeded = key !== 'name' || Object.hasOwn(item, key);
      if (isNeeded && textIn(item, key) === undefined) {
        report(Object.hasOwn(item, key) ? [...at, key] : at, 'type', `"${key}" must be text that is not empty.`);
      }
    }
    if (base === undefined || revision === undefined) return [];
    return [
      { name: title ?? `${base} → ${revision}`, base: inFolder(base, folder), revision: inFolder(revision, folder) },
    ];
  });
  if (faults.length > 0) throw new DocumentError(faults);
  return pairs;
}

function textIn(item: JsonObject, key: string): string | undefined {
  const value = Object.hasOwn(item, key) ? item[key] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Only a path is relative to a folder: not an address, a version of an API, or a file at a git revision. */
function inFolder(document: string, folder: string): string {
  if (document === '-') throw new InputError('A document of a batch cannot come from standard input.');
  const isElsewhere = isAbsolute(document) || /^[a-z]+:\/\//i.test(document) || /^[^/]+[@:]/.test(document);
  return isElsewhere || folder === '.' ? document : join(folder, document);
}
