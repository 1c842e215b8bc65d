import { field, isArray, isObject, type Json } from '../../../openapi/source/json.js';
import { canonical } from '../../../openapi/source/stringify.js';

/** Keywords whose values are sets written as lists (JSON Schema 2020-12, Validation 6.1 and 6.5.3, Core 10.2.1). */
const SETS: ReadonlySet<string> = new Set(['required', 'enum', 'type', 'allOf', 'anyOf', 'oneOf']);

/** The text of a schema in which neither the order of keys nor that of sets tells schemas apart. */
export function setText(raw: Json, isSet = false): string {
  if (isArray(raw)) {
    const items = raw.map((item) => setText(item));
    return `[${(isSet ? items.sort() : items).join()}]`;
  }
  if (!isObject(raw)) return canonical(raw);
  let text = '';
  for (const key of Object.keys(raw).sort()) {
    const member = field(raw, key);
    if (member !== undefined) text += `${JSON.stringify(key)}:${setText(member, SETS.has(key))},`;
  }
  return `{${text}}`;
}
