import { type LoadedFile, placeOf } from '../../openapi/load/loaded-file.js';
import type { Diagnostic } from '../../openapi/source/diagnostic.js';
import { describeType, field, isArray, isObject, type Json, type JsonObject } from '../../openapi/source/json.js';
import { didYouMean } from '../../openapi/source/suggest.js';

/** An object of a configuration, with the way to it. */
export interface ConfigObject {
  readonly raw: JsonObject;
  readonly path: readonly string[];
}

/** Reads the fields of a configuration, and keeps the place of everything that is not as it must be. A null is an absent field. */
export class ConfigFields {
  readonly faults: Diagnostic[] = [];
  readonly #file: LoadedFile;

  constructor(file: LoadedFile) {
    this.#file = file;
  }

  fault(path: readonly string[], code: string, message: string, atKey = false): void {
    this.faults.push({ code, message, place: placeOf(this.#file, path, atKey) });
  }

  /** An object with no fields but the known ones. */
  object(raw: Json, path: readonly string[], what: string, known: readonly string[]): ConfigObject | undefined {
    if (!isObject(raw)) {
      this.fault(path, 'type', `${what} must be a mapping, not ${describeType(raw)}.`);
      return undefined;
    }
    for (const key of Object.keys(raw)) {
      if (known.includes(key) || key.startsWith('x-')) continue;
      const message = `${JSON.stringify(key)} means nothing here.${didYouMean(key, known)}`;
      this.fault([...path, key], 'unknown-key', message, true);
    }
    return { raw, path };
  }

  optionalText({ raw, path }: ConfigObject, key: string): string | undefined {
    const value = field(raw, key) ?? null;
    if (value === null) return undefined;
    if (typeof value === 'string' && value.trim() !== '') return value;
    const advice = typeof value === 'string' ? 'text, and is empty' : `text, not ${describeType(value)}`;
    const quotes = typeof value === 'number' ? ' Put it in quotes.' : '';
    this.fault([...path, key], 'type', `"${key}" must be ${advice}.${quotes}`);
    return undefined;
  }

  /** An empty text where there is none, which is then a fault. */
  text(object: ConfigObject, key: string): string {
    if ((field(object.raw, key) ?? null) === null) this.fault(object.path, 'missing', `"${key}" is missing.`);
    return this.optionalText(object, key) ?? '';
  }

  /** The items of a list that may be absent. */
  list({ raw, path }: ConfigObject, key: string): readonly { readonly raw: Json; readonly path: readonly string[] }[] {
    const value = field(raw, key) ?? null;
    const at = [...path, key];
    if (value === null) return [];
    if (isArray(value)) return value.map((item: Json, index) => ({ raw: item, path: [...at, String(index)] }));
    this.fault(at, 'type', `"${key}" must be a list, not ${describeType(value)}.`);
    return [];
  }

  /** A mapping of names to texts that may be absent. */
  texts({ raw, path }: ConfigObject, key: string): Readonly<Record<string, string>> {
    const value = field(raw, key) ?? null;
    const at = [...path, key];
    if (value === null) return {};
    if (!isObject(value)) {
      this.fault(at, 'type', `"${key}" must be a mapping, not ${describeType(value)}.`);
      return {};
    }
    return Object.fromEntries(
      Object.keys(value).flatMap((name) => {
        const text = field(value, name);
        if (typeof text === 'string') return [[name, text]];
        this.fault([...at, name], 'type', `${JSON.stringify(name)} must be text, not ${describeType(text)}.`);
        return [];
      }),
    );
  }
}
