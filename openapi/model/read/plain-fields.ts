import { field, isArray, isObject, type Json, type JsonObject } from '../../source/json.js';
import { PART_STYLES } from './read-media-type.js';

/** What a field has to hold for the reader to have nothing to say about it; a field that is not listed is unknown. */
export type Plain = (value: Json) => boolean;

/** Whether an object has no field but those listed and extensions, each with what it has to hold. */
export function isPlainObject(value: Json, fields: ReadonlyMap<string, Plain>): value is JsonObject {
  if (!isObject(value)) return false;
  for (const key in value) {
    const isPlain = fields.get(key);
    if (isPlain === undefined ? !isExtension(key) : !isPlain(value[key] ?? null)) return false;
  }
  return true;
}

/** Whether a field is one that anybody may add. */
export function isExtension(key: string): boolean {
  return key.startsWith('x-');
}

export function isText(value: Json | undefined): value is string {
  return typeof value === 'string';
}

export function isBoolean(value: Json | undefined): value is boolean {
  return typeof value === 'boolean';
}

export function isAnything(): boolean {
  return true;
}

export function isTextList(value: Json | undefined): value is readonly string[] {
  return value !== undefined && isArray(value) && value.every(isText);
}

/** An External Documentation Object, whether it has its URL or not. */
export const EXTERNAL_DOCS: ReadonlyMap<string, Plain> = new Map<string, Plain>([
  ['url', isText],
  ['description', isText],
]);

/** An Example Object. */
export const EXAMPLE: ReadonlyMap<string, Plain> = new Map<string, Plain>([
  ['summary', isText],
  ['description', isText],
  ['externalValue', isText],
  ['serializedValue', isText],
  ['value', isAnything],
  ['dataValue', isAnything],
]);

/** The fields of an Encoding Object that are common. */
export const ENCODING: ReadonlyMap<string, Plain> = new Map<string, Plain>([
  ['contentType', isText],
  ['style', (value) => isText(value) && PART_STYLES.has(value)],
  ['explode', isBoolean],
  ['allowReserved', isBoolean],
]);

/** Whether the texts beside a reference are texts. */
export function hasPlainNotes(reference: Json): boolean {
  if (!isObject(reference)) return false;
  const summary = field(reference, 'summary');
  const description = field(reference, 'description');
  return (summary === undefined || isText(summary)) && (description === undefined || isText(description));
}
