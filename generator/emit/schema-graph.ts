import { field, isArray, isObject, type Json, type JsonObject } from '../../openapi/source/json.js';
import { type RawDocument, referenceOf } from './raw-document.js';

/** The schemas that a schema is made of: those it holds, the one it refers to, and those its discriminator names. */
export function parts(document: RawDocument, schema: JsonObject): JsonObject[] {
  const found: (Json | undefined)[] = [];
  for (const keyword of ['properties', 'patternProperties']) {
    const named = field(schema, keyword);
    if (isObject(named)) found.push(...Object.values(named));
  }
  for (const keyword of ['items', 'additionalProperties', 'prefixItems', 'allOf', 'anyOf', 'oneOf']) {
    const value = field(schema, keyword);
    if (isArray(value)) found.push(...value);
    else found.push(value);
  }
  const reference = referenceOf(schema);
  if (reference !== undefined) found.push(document.target(reference)?.value);
  const discriminator = field(schema, 'discriminator');
  const mapping = isObject(discriminator) ? field(discriminator, 'mapping') : undefined;
  for (const text of isObject(mapping) ? Object.values(mapping) : []) {
    if (typeof text === 'string') found.push(mapped(document, text));
  }
  return found.filter(isObject);
}

/** What a value of a discriminator's mapping names: a component, else what the reference leads to. */
function mapped(document: RawDocument, text: string): Json | undefined {
  const components = document.components('schemas');
  return Object.hasOwn(components, text) ? components[text] : document.target(text)?.value;
}

/** Every schema that `roots` are made of, themselves included. */
export function reach(document: RawDocument, roots: Iterable<JsonObject>): Set<JsonObject> {
  const reached = new Set<JsonObject>(roots);
  // A set hands out what is added while it is walked.
  for (const schema of reached) for (const part of parts(document, schema)) reached.add(part);
  return reached;
}

/** `seeds` and every schema of `schemas` that is made of one of them. */
export function spread(
  document: RawDocument,
  schemas: ReadonlySet<JsonObject>,
  isSeed: (schema: JsonObject) => boolean,
): Set<JsonObject> {
  const holders = new Map<JsonObject, JsonObject[]>();
  const found = new Set<JsonObject>();
  for (const schema of schemas) {
    if (isSeed(schema)) found.add(schema);
    for (const part of parts(document, schema)) {
      const known = holders.get(part);
      if (known === undefined) holders.set(part, [schema]);
      else known.push(schema);
    }
  }
  for (const schema of found) for (const holder of holders.get(schema) ?? []) found.add(holder);
  return found;
}
