import { loadFile } from '../load/load-file.js';
import { type LoadedFile, placeOf } from '../load/loaded-file.js';
import { type Diagnostic, DocumentError } from '../source/diagnostic.js';
import { describeType, field, isArray, isObject, type Json, type JsonObject } from '../source/json.js';
import { didYouMean } from '../source/suggest.js';
import type { Overlay, OverlayAction } from './overlay.js';
import { JsonPathError, readJsonPath } from './read-json-path.js';

/**
 * Reads an OpenAPI Overlay 1.0 document. It is data: nothing in it is run.
 * @throws DocumentError with the place of everything that is wrong in it
 */
export function readOverlay(name: string, bytes: Uint8Array): Overlay {
  const file = loadFile(name, bytes);
  const reader = new OverlayReader(file);
  const overlay = reader.read();
  if (reader.faults.length > 0) throw new DocumentError(reader.faults);
  return overlay;
}

class OverlayReader {
  readonly faults: Diagnostic[] = [];
  readonly #file: LoadedFile;

  constructor(file: LoadedFile) {
    this.#file = file;
  }

  read(): Overlay {
    const file = this.#file;
    const root = file.value;
    if (!isObject(root)) {
      this.#fault([], 'not-overlay', `An OpenAPI Overlay is an object; this file holds ${describeType(root)}.`);
      return { file, actions: [] };
    }
    if (!this.#isOverlay(root)) return { file, actions: [] };
    this.#refuseOthers(root, [], ['overlay', 'info', 'extends', 'actions']);
    this.#info(root);
    const target = this.#text(root, 'extends', [], false);
    return { file, ...(target === undefined ? {} : { extends: target }), actions: this.#actions(root) };
  }

  #isOverlay(root: JsonObject): boolean {
    const version = field(root, 'overlay');
    if (version === undefined) {
      this.#fault([], 'not-overlay', 'This is not an OpenAPI Overlay: the field "overlay" is missing.');
    } else if (typeof version !== 'string') {
      const message = `"overlay" must be a string such as "1.0.0", not ${describeType(version)}.`;
      this.#fault(['overlay'], 'overlay-version', message);
    } else if (!/^1\.0\.\d+$/.test(version)) {
      const message = `Overlay ${JSON.stringify(version)} is not understood. Version 1.0 is, written "1.0.0".`;
      this.#fault(['overlay'], 'overlay-version', message);
    }
    return this.faults.length === 0;
  }

  #info(root: JsonObject): void {
    const info = field(root, 'info');
    if (!isObject(info)) {
      this.#wrongType('info', [], 'an object', info);
      return;
    }
    this.#refuseOthers(info, ['info'], ['title', 'version']);
    this.#text(info, 'title', ['info'], true);
    // Nothing depends on it, and 1.0 without quotes is a number.
    if (typeof field(info, 'version') !== 'number') this.#text(info, 'version', ['info'], true);
  }

  #actions(root: JsonObject): readonly OverlayAction[] {
    const actions = field(root, 'actions');
    if (!isArray(actions)) {
      this.#wrongType('actions', [], 'a list', actions);
      return [];
    }
    if (actions.length === 0) this.#fault(['actions'], 'overlay-empty', 'An overlay needs at least one action.');
    return actions.flatMap((action: Json, index) => this.#action(action, ['actions', String(index)]));
  }

  #action(raw: Json, path: readonly string[]): readonly OverlayAction[] {
    if (!isObject(raw)) {
      this.#fault(path, 'type', `An action must be an object with a "target", not ${describeType(raw)}.`);
      return [];
    }
    this.#refuseOthers(raw, path, ['target', 'description', 'update', 'remove']);
    this.#text(raw, 'description', path, false);
    const remove = field(raw, 'remove') ?? false;
    if (typeof remove !== 'boolean') {
      this.#fault([...path, 'remove'], 'type', `"remove" must be true or false, not ${describeType(remove)}.`);
      return [];
    }
    const target = this.#text(raw, 'target', path, true);
    const query = target === undefined ? undefined : this.#query(target, path);
    if (target === undefined || query === undefined) return [];
    const update = field(raw, 'update');
    return [{ target, path: query, remove, ...(update === undefined ? {} : { update }) }];
  }

  #query(target: string, path: readonly string[]): OverlayAction['path'] | undefined {
    try {
      return readJsonPath(target);
    } catch (error) {
      if (!(error instanceof JsonPathError)) throw error;
      const message = `"target" must be a JSONPath query (RFC 9535). ${error.message}`;
      this.#fault([...path, 'target'], 'overlay-target', message);
      return undefined;
    }
  }

  #text(object: JsonObject, key: string, path: readonly string[], isNeeded: boolean): string | undefined {
    const value = field(object, key);
    if (typeof value === 'string') return value;
    if (value !== undefined || isNeeded) this.#wrongType(key, path, 'text', value);
    return undefined;
  }

  #wrongType(key: string, path: readonly string[], what: string, value: Json | undefined): void {
    if (value === undefined) this.#fault(path, 'missing', `"${key}" is missing.`);
    else this.#fault([...path, key], 'type', `"${key}" must be ${what}, not ${describeType(value)}.`);
  }

  #refuseOthers(object: JsonObject, path: readonly string[], known: readonly string[]): void {
    for (const key of Object.keys(object)) {
      if (known.includes(key) || key.startsWith('x-')) continue;
      const message = `${JSON.stringify(key)} means nothing here.${didYouMean(key, known)}`;
      this.#fault([...path, key], 'unknown-key', message, true);
    }
  }

  #fault(path: readonly string[], code: string, message: string, atKey = false): void {
    this.faults.push({ code, message, place: placeOf(this.#file, path, atKey) });
  }
}
