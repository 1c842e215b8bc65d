import type { JsonType, Schema } from '../../../openapi/model/schema.js';
import { field, isArray, isObject, type Json } from '../../../openapi/source/json.js';
import { BOUNDS } from '../bounds.js';
import { schemaWith } from '../part.js';
import { saysNothing, withoutRest } from './bare.js';

/** How large a schema may become, how wide a union, and how many alternatives all unions together, before the second opinion takes too long. */
const MAX_NODES = 300;
const MAX_BRANCHES = 3;
const MAX_ALTERNATIVES = 20;
const MAX_DEPTH = 30;

/** The bounds that it knows. */
const KNOWN = BOUNDS.filter((keyword) => !keyword.endsWith('Contains'));

/**
 * Writes schemas that hold together with the few keywords that the second opinion knows, references replaced by what they name.
 * `undefined` when they say more than that, are recursive, or too large.
 */
export function simpleSchema(schemas: readonly Schema[]): Json | undefined {
  const writer = new Writer();
  const parts: Json[] = [];
  for (const schema of schemas) {
    const written = writer.write(schema, new Set(), 0);
    if (written === undefined) return undefined;
    parts.push(written);
  }
  return { allOf: parts };
}

class Writer {
  #nodes = 0;
  #alternatives = 0;

  write(schema: Schema, open: ReadonlySet<Schema>, depth: number): Json | undefined {
    if (schema.always !== undefined) return schema.always;
    this.#alternatives += schema.anyOf.length + schema.oneOf.length;
    if (++this.#nodes > MAX_NODES || this.#alternatives > MAX_ALTERNATIVES || depth > MAX_DEPTH) return undefined;
    if (open.has(schema) || !isSimple(schema)) return undefined;
    const inner = new Set([...open, schema]);
    let failed = false;
    const of = (part: Schema): Json => {
      const written = failed ? undefined : this.write(part, inner, depth + 1);
      failed ||= written === undefined;
      return written ?? false;
    };
    const plain: Record<string, Json> = {};
    if (schema.types !== undefined) plain['type'] = [...schema.types];
    for (const keyword of KNOWN) {
      const bound = schema.facets[keyword];
      if (bound !== undefined) plain[keyword] = bound;
    }
    if (schema.properties.size > 0) {
      plain['properties'] = Object.fromEntries([...schema.properties].map(([name, part]) => [name, of(part)]));
    }
    if (schema.required.length > 0) plain['required'] = [...new Set(schema.required)];
    if (schema.additionalProperties !== undefined) plain['additionalProperties'] = of(schema.additionalProperties);
    if (schema.items !== undefined) plain['items'] = of(schema.items);
    const all = schema.ref === undefined ? schema.allOf : [schema.ref.target, ...schema.allOf];
    if (all.length > 0) plain['allOf'] = all.map(of);
    if (schema.anyOf.length > 0) plain['anyOf'] = schema.anyOf.map(of);
    if (schema.oneOf.length > 0) plain['oneOf'] = schema.oneOf.map(of);
    if (schema.not !== undefined) plain['not'] = of(schema.not);
    return failed ? undefined : plain;
  }
}

function isSimple(schema: Schema): boolean {
  const { facets } = schema;
  if (schema.anyOf.length > MAX_BRANCHES || schema.oneOf.length > MAX_BRANCHES) return false;
  if (schema.unevaluatedItems !== undefined || schema.unevaluatedProperties !== undefined) return false;
  if (KNOWN.some((keyword) => typeof facets[keyword] === 'bigint')) return false;
  // The other keywords assert something that would be ignored.
  const others = schemaWith({
    facets: Object.fromEntries(
      Object.entries(facets).filter(([keyword]) => !(KNOWN as readonly string[]).includes(keyword)),
    ),
    patternProperties: schema.patternProperties,
    dependentRequired: schema.dependentRequired,
    dependentSchemas: schema.dependentSchemas,
    prefixItems: schema.prefixItems,
    ...pick(withoutRest(schema), ['enum', 'const', 'propertyNames', 'contains', 'if', 'unresolved', 'dynamicRef']),
  });
  return saysNothing(others);
}

function pick(schema: Schema, keys: readonly (keyof Schema)[]): Partial<Schema> {
  return Object.fromEntries(keys.filter((key) => schema[key] !== undefined).map((key) => [key, schema[key]]));
}

/** Reads the schema that a second opinion answers with. */
export function readSimple(json: Json, depth = 0): Schema | undefined {
  if (typeof json === 'boolean') return schemaWith({ always: json });
  if (!isObject(json) || depth > 4 * MAX_DEPTH) return undefined;
  let failed = false;
  const of = (part: Json | undefined): Schema => {
    const read = part === undefined ? undefined : readSimple(part, depth + 1);
    failed ||= read === undefined;
    return read ?? schemaWith({ always: false });
  };
  const listOf = (keyword: string): readonly Schema[] => {
    const list = field(json, keyword);
    return isArray(list) ? list.map(of) : [];
  };
  const type = field(json, 'type');
  const properties = field(json, 'properties');
  const required = field(json, 'required');
  const facets: Record<string, Json> = {};
  for (const keyword of KNOWN) {
    const bound = field(json, keyword);
    if (typeof bound === 'number') facets[keyword] = bound;
  }
  const names = isObject(properties) ? Object.keys(properties) : [];
  // Names of types are what was asked with; a name that is none allows nothing.
  const types = (isArray(type) ? type : type === undefined ? undefined : [type]) as readonly JsonType[] | undefined;
  const schema = schemaWith({
    ...(types === undefined ? {} : { types }),
    facets,
    properties: new Map(names.map((name) => [name, of(isObject(properties) ? field(properties, name) : undefined)])),
    required: isArray(required) ? required.filter((name) => typeof name === 'string') : [],
    ...(field(json, 'additionalProperties') === undefined
      ? {}
      : { additionalProperties: of(field(json, 'additionalProperties')) }),
    ...(field(json, 'items') === undefined ? {} : { items: of(field(json, 'items')) }),
    ...(field(json, 'not') === undefined ? {} : { not: of(field(json, 'not')) }),
    allOf: listOf('allOf'),
    anyOf: listOf('anyOf'),
    oneOf: listOf('oneOf'),
  });
  return failed ? undefined : schema;
}
