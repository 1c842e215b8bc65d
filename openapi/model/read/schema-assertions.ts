import { describeType, isArray, type Json } from '../../source/json.js';
import type { JsonType, SchemaFacets } from '../schema.js';
import type { Fields } from './fields.js';
import { FACET, NEWER, NULLABLE, RARE } from './keyword-kinds.js';
import type { SchemaDraft } from './schema-draft.js';
import { BOUNDS, COUNTS, KEYWORDS_SINCE_31, TEXTS } from './schema-vocabulary.js';

const TYPES: ReadonlySet<string> = new Set(['null', 'boolean', 'object', 'array', 'number', 'string', 'integer']);

/** Reads the keywords that need no other schema: types, values, bounds, lengths, names. */
export function readAssertions(fields: Fields, kinds: number, schema: SchemaDraft): void {
  readTypes(fields, schema);
  if (fields.get('enum') !== undefined) schema.enum = fields.items('enum');
  if (fields.get('required') !== undefined) readRequired(fields, schema);
  if ((kinds & RARE) > 0) readRareAssertions(fields, schema);
  if ((kinds & FACET) > 0) schema.facets = readFacets(fields);
  if (fields.context.line === '3.0') {
    if ((kinds & NEWER) > 0) warnAboutNewerKeywords(fields);
  } else if ((kinds & NULLABLE) > 0 && fields.get('nullable') === true) {
    const message = '"nullable" means nothing since OpenAPI 3.1 and is ignored. List "null" among the types instead.';
    fields.context.warn('older-keyword', fields.origin.at('nullable'), message, true);
  }
}

function readRareAssertions(fields: Fields, schema: SchemaDraft): void {
  const constant = fields.get('const');
  if (constant !== undefined) schema.const = constant;
  const dynamic = fields.get('$dynamicRef') ?? fields.get('$recursiveRef');
  if (typeof dynamic === 'string') {
    schema.dynamicRef = dynamic;
    fields.context.warn(
      'dynamic-reference',
      fields.origin.at('$dynamicRef'),
      `What "${dynamic}" means depends on the path to this schema: it is kept, and comparing it is undecided.`,
      true,
    );
  }
  if (fields.get('dependentRequired') !== undefined) {
    const names = fields.object('dependentRequired');
    schema.dependentRequired = new Map(Object.keys(names?.raw ?? {}).map((name) => [name, names?.strings(name) ?? []]));
  }
}

function readTypes(fields: Fields, schema: SchemaDraft): void {
  const value = fields.get('type');
  if (value === undefined) return;
  const isLine30 = fields.context.line === '3.0';
  if (typeof value === 'string' && isJsonType(value) && !(isLine30 && value === 'null')) {
    schema.types = [value];
    return;
  }
  const origin = fields.origin.at('type');
  if (isArray(value) && isLine30) {
    fields.context.warn(
      'newer-keyword',
      origin,
      'A list of types exists since OpenAPI 3.1; it is read as meant there.',
      true,
    );
  }
  if (isArray(value) && value.length === 0) {
    fields.context.warn('empty-type', origin, 'A list of types needs at least one; the keyword is ignored.', true);
    return;
  }
  const types: JsonType[] = [];
  for (const [index, name] of (isArray(value) ? value : [value]).entries()) {
    const at = isArray(value) ? origin.at(index) : origin;
    if (typeof name !== 'string') {
      fields.context.fault('type', at, `"type" must be a string, not ${describeType(name)}.`);
    } else if (!isJsonType(name)) {
      fields.context.warn('unknown-type', at, `"${name}" is not a JSON type; the keyword is ignored.`);
      return;
    } else if (types.includes(name)) {
      fields.context.warn('duplicate-type', at, `The type "${name}" is listed twice.`);
    } else {
      types.push(name);
    }
  }
  if (isLine30 && types.includes('null') && !isArray(value)) {
    fields.context.warn(
      'newer-keyword',
      origin,
      'The type "null" exists since OpenAPI 3.1; it is read as meant there.',
    );
  }
  schema.types = types;
}

/** `required: true` on a property is a habit from other formats: it says nothing here, and is said. */
function readRequired(fields: Fields, schema: SchemaDraft): void {
  if (typeof fields.get('required') === 'boolean') {
    const message = '"required" on a schema must be a list of property names; this boolean is ignored.';
    fields.context.warn('required-boolean', fields.origin.at('required'), message, true);
    return;
  }
  schema.required = [...new Set(fields.strings('required'))];
}

function readFacets(fields: Fields): SchemaFacets {
  const facets: { -readonly [Key in keyof SchemaFacets]: SchemaFacets[Key] } = {};
  for (const key of BOUNDS) {
    const value = number(fields, key);
    if (value === undefined) continue;
    if (key !== 'multipleOf' || value > 0) facets[key] = value;
    else fields.context.warn('multiple-of', fields.origin.at(key), '"multipleOf" must be above 0; it is ignored.');
  }
  readExclusive(fields, facets, 'exclusiveMinimum', 'minimum');
  readExclusive(fields, facets, 'exclusiveMaximum', 'maximum');
  for (const key of COUNTS) {
    const value = number(fields, key);
    if (value === undefined) continue;
    // A length no value reaches, such as 2^63 - 1, needs no exact digits.
    const count = Number(value);
    if (Number.isInteger(count) && count >= 0) facets[key] = count;
    else
      fields.context.warn('count', fields.origin.at(key), `"${key}" must be a whole number, 0 or more; it is ignored.`);
  }
  for (const key of TEXTS) {
    const value = fields.string(key);
    if (value === undefined) continue;
    facets[key] = value;
    if (key === 'pattern') warnAboutPattern(fields, value);
  }
  const unique = fields.boolean('uniqueItems');
  if (unique === true) facets.uniqueItems = true;
  return facets;
}

/** Patterns are regular expressions of ECMA-262 with Unicode (JSON Schema 2020-12, section 6.4). */
function warnAboutPattern(fields: Fields, pattern: string): void {
  try {
    new RegExp(pattern, 'u');
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*: /, '') : '';
    fields.context.warn('pattern', fields.origin.at('pattern'), `The pattern is no regular expression: ${reason}.`);
  }
}

/** OpenAPI 3.0 has a boolean beside the bound, JSON Schema 2020-12 a bound of its own. Either spelling is understood. */
function readExclusive(
  fields: Fields,
  facets: { -readonly [Key in keyof SchemaFacets]: SchemaFacets[Key] },
  exclusive: 'exclusiveMinimum' | 'exclusiveMaximum',
  inclusive: 'minimum' | 'maximum',
): void {
  const value = fields.get(exclusive);
  if (value === undefined) return;
  if (typeof value !== 'boolean') {
    const bound = number(fields, exclusive);
    if (bound !== undefined) facets[exclusive] = bound;
    if (fields.context.line === '3.0') {
      const message = `"${exclusive}" is a boolean in OpenAPI 3.0; the number is read as OpenAPI 3.1 means it.`;
      fields.context.warn('newer-keyword', fields.origin.at(exclusive), message, true);
    }
    return;
  }
  if (fields.context.line !== '3.0') {
    const message = `"${exclusive}" is a number since OpenAPI 3.1; the boolean is read as OpenAPI 3.0 means it.`;
    fields.context.warn('older-keyword', fields.origin.at(exclusive), message, true);
  }
  const bound = facets[inclusive];
  if (!value || bound === undefined) return;
  facets[exclusive] = bound;
  delete facets[inclusive];
}

function number(fields: Fields, key: string): number | bigint | undefined {
  const value: Json | undefined = fields.get(key);
  if (value === undefined || typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))) {
    fields.context.warn(
      'number-as-text',
      fields.origin.at(key),
      `"${key}" must be a number; the text "${value}" is read as one.`,
    );
    return Number(value);
  }
  fields.context.fault('type', fields.origin.at(key), `"${key}" must be a number, not ${describeType(value)}.`);
  return undefined;
}

function warnAboutNewerKeywords(fields: Fields): void {
  for (const key in fields.raw) {
    if (!KEYWORDS_SINCE_31.has(key)) continue;
    const message = `"${key}" exists since OpenAPI 3.1; it is read as meant there.`;
    fields.context.warn('newer-keyword', fields.origin.at(key), message, true);
  }
}

export function isJsonType(name: string): name is JsonType {
  return TYPES.has(name);
}
