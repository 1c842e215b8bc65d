import type { Json } from '../../source/json.js';
import type { Origin } from '../../source/origin.js';
import type { ReadContext } from './context.js';
import { Fields } from './fields.js';

const EXAMPLE_TEXTS = ['summary', 'description', 'externalValue', 'serializedValue'];
const EXAMPLE = [...EXAMPLE_TEXTS, 'value', 'dataValue'];

/** Reads `$comment`, `externalDocs` and `xml` of a schema, for what is wrong in them: nothing depends on them. */
export function readSchemaNotes(fields: Fields): void {
  fields.note('$comment');
  const docs = fields.notes('externalDocs');
  if (docs !== undefined) {
    docs.noteMissing('url');
    for (const key of ['url', 'description']) docs.note(key);
  }
  const xml = fields.notes('xml');
  if (xml === undefined) return;
  for (const key of ['name', 'namespace', 'prefix', 'nodeType']) xml.note(key);
  for (const key of ['attribute', 'wrapped']) xml.flag(key);
}

/** The value that an Example Object gives, where there is one. */
export function readExample(context: ReadContext, raw: Json, origin: Origin): Json | undefined {
  const example = Fields.behind(context, raw, origin, 'An example');
  if (example === undefined) return undefined;
  example.expectOnly(EXAMPLE);
  for (const key of EXAMPLE_TEXTS) example.note(key);
  const value = example.get('value');
  return value === undefined ? example.get('dataValue') : value;
}
