import { field, isArray, isObject, type Json, type JsonObject } from '../../openapi/source/json.js';
import { type RawDocument, referenceOf } from './raw-document.js';
import { readTypes } from './schema-shape.js';

/** The schema that a reference leads to, or the only alternative beside null. */
export function settle(document: RawDocument, schema: Json | undefined): JsonObject | undefined {
  let current = schema;
  for (let hops = 0; hops < 100; hops++) {
    const reference = referenceOf(current);
    if (reference !== undefined) current = document.target(reference)?.value;
    else {
      const only = isObject(current) ? onlyAlternative(current) : undefined;
      if (only === undefined) break;
      current = only;
    }
  }
  return isObject(current) ? current : undefined;
}

function onlyAlternative(schema: JsonObject): Json | undefined {
  const list = field(schema, 'oneOf') ?? field(schema, 'anyOf');
  if (!isArray(list) || field(schema, 'properties') !== undefined) return undefined;
  const others = list.filter((each) => !isObject(each) || field(each, 'type') !== 'null');
  return others.length === 1 ? others[0] : undefined;
}

/** What an object says of each property, as written: itself and in `allOf`, but not in alternatives. */
export function declarationsOf(document: RawDocument, schema: Json | undefined): ReadonlyMap<string, readonly Json[]> {
  const found = new Map<string, Json[]>();
  const wholes = new Set([settle(document, schema)]);
  for (const whole of wholes) {
    if (whole === undefined) continue;
    const properties = field(whole, 'properties');
    for (const [name, value] of isObject(properties) ? Object.entries(properties) : []) {
      if (value === undefined) continue;
      const known = found.get(name);
      if (known === undefined) found.set(name, [value]);
      else known.push(value);
    }
    const parts = field(whole, 'allOf');
    for (const part of isArray(parts) ? parts : []) wholes.add(settle(document, part));
  }
  return found;
}

/** The properties that an object has in every case, as they are declared first. */
export function propertiesOf(document: RawDocument, schema: Json | undefined): ReadonlyMap<string, Json> {
  const declarations = declarationsOf(document, schema);
  return new Map([...declarations].flatMap(([name, [first]]) => (first === undefined ? [] : [[name, first]])));
}

/** The schema of an item, or `undefined` for what is no list. */
export function itemsOf(
  document: RawDocument,
  schema: Json | undefined,
): { readonly schema: Json | undefined } | undefined {
  const list = settle(document, schema);
  if (list === undefined) return undefined;
  const items = field(list, 'items');
  const { types } = readTypes(list);
  const isList = types.length === 0 ? items !== undefined : types.length === 1 && types[0] === 'array';
  return isList && !isArray(items) ? { schema: items } : undefined;
}

/** The schema at the end of property names. */
export function schemaAt(document: RawDocument, schema: Json | undefined, path: readonly string[]): Json | undefined {
  let current = schema;
  for (const name of path) current = propertiesOf(document, current).get(name);
  return current;
}
