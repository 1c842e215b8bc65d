import { field, isArray, isObject, type Json, type JsonObject } from '../../source/json.js';
import { schemaPointer } from './discriminator-target.js';
import { EXTERNAL_DOCS, isAnything, isBoolean, isPlainObject, isText, isTextList } from './plain-fields.js';
import type { PlainReferences } from './plain-references.js';
import { isJsonType } from './schema-assertions.js';
import { KEYWORDS_SINCE_31, SCHEMA_KEYWORDS, SCHEMA_LIST_KEYWORDS, SCHEMA_MAP_KEYWORDS } from './schema-vocabulary.js';

/** Whether the reader of schemas has surely nothing to say about a value of a keyword, but for the schemas it holds. */
type IsPlain = (value: Json, schema: JsonObject, references: PlainReferences) => boolean;

/** What there is to look at in a keyword of a schema. */
export interface PlainKeyword {
  readonly isPlain: IsPlain;
  /** How it holds schemas. */
  readonly holds: 'schema' | 'schema or list' | 'list' | 'map' | undefined;
}

/** Keywords with something to look at, on any line; anything may stand under the others. */
const KEYWORDS: readonly (readonly [names: readonly string[], isPlain: IsPlain])[] = [
  [['$ref'], (value, _, references) => references.isPlain('schemas', value)],
  [['description', 'title', 'format', '$comment', 'contentMediaType', 'contentEncoding'], isText],
  [['properties', 'definitions', 'patternProperties', 'dependentSchemas', '$defs'], isObject],
  [['allOf', 'anyOf', 'oneOf', 'enum', 'prefixItems', 'examples'], isArray],
  [['items'], (value) => !isArray(value)],
  [['required'], isTextList],
  [['pattern'], isPattern],
  [['deprecated', 'readOnly', 'writeOnly', 'uniqueItems'], isBoolean],
  [['minimum', 'maximum'], (value) => typeof value === 'number' || typeof value === 'bigint'],
  [['multipleOf'], (value) => typeof value === 'number' && value > 0],
  [['minLength', 'maxLength', 'minItems', 'maxItems', 'minContains', 'maxContains'], isCount],
  [['minProperties', 'maxProperties'], isCount],
  [['discriminator'], isPlainDiscriminator],
  [['$dynamicRef', '$recursiveRef', 'xml'], () => false],
  [['externalDocs'], (value) => isPlainObject(value, EXTERNAL_DOCS) && field(value, 'url') !== undefined],
  [['dependentRequired'], (value) => isObject(value) && Object.values(value).every((names) => isTextList(names))],
];

const KEYWORDS_OF_30: typeof KEYWORDS = [
  [['type'], (value) => isText(value) && isJsonType(value) && value !== 'null'],
  [['nullable'], isPlainNullable],
  [['exclusiveMinimum', 'exclusiveMaximum'], isBoolean],
  [[...KEYWORDS_SINCE_31], () => false],
];

const KEYWORDS_OF_31: typeof KEYWORDS = [
  [['type'], (value) => (isText(value) ? isJsonType(value) : isPlainTypeList(value))],
  [['nullable'], (value) => value !== true],
  [['exclusiveMinimum', 'exclusiveMaximum'], (value) => typeof value === 'number'],
];

/** The keywords in which something may be wrong, or which hold schemas. */
export function plainKeywords(isLine30: boolean): ReadonlyMap<string, PlainKeyword> {
  const keywords = new Map<string, PlainKeyword>();
  for (const name of HOLDERS.keys()) keywords.set(name, { isPlain: isAnything, holds: HOLDERS.get(name) });
  for (const [names, isPlain] of [...KEYWORDS, ...(isLine30 ? KEYWORDS_OF_30 : KEYWORDS_OF_31)]) {
    for (const name of names) keywords.set(name, { isPlain, holds: HOLDERS.get(name) });
  }
  return keywords;
}

const HOLDERS: ReadonlyMap<string, PlainKeyword['holds']> = new Map<string, PlainKeyword['holds']>([
  ...[...SCHEMA_KEYWORDS.keys()].map((name) => [name, name === 'items' ? 'schema or list' : 'schema'] as const),
  ...[...SCHEMA_MAP_KEYWORDS.keys()].map((name) => [name, 'map'] as const),
  ...[...SCHEMA_LIST_KEYWORDS.keys()].map((name) => [name, 'list'] as const),
]);

/** Patterns that are regular expressions; documents repeat them. */
const PATTERNS = new Set<string>();

function isCount(value: Json): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isPlainTypeList(types: Json): boolean {
  if (!isArray(types) || types.length === 0) return false;
  return types.every((type, index) => isText(type) && isJsonType(type) && types.indexOf(type) === index);
}

/** OpenAPI 3.0 gives the keyword an effect beside one type; later versions have none. */
function isPlainNullable(value: Json, schema: JsonObject): boolean {
  if (value === false) return true;
  const values = field(schema, 'enum');
  const hasNull = values === undefined || (isArray(values) && values.includes(null));
  return value === true && hasNull && typeof field(schema, 'type') === 'string';
}

/** Whether everything that a discriminator stands for is a component schema. */
function isPlainDiscriminator(value: Json, _: JsonObject, references: PlainReferences): boolean {
  if (!isObject(value) || !isText(field(value, 'propertyName'))) return false;
  const mapping = field(value, 'mapping');
  if (mapping !== undefined && !isObject(mapping)) return false;
  const fallback = field(value, 'defaultMapping');
  const texts = [...(fallback === undefined ? [] : [fallback]), ...Object.values(mapping ?? {})];
  return texts.every((text) => isText(text) && references.isPlain('schemas', schemaPointer(text)));
}

function isPattern(pattern: Json): boolean {
  if (!isText(pattern)) return false;
  if (PATTERNS.has(pattern)) return true;
  try {
    new RegExp(pattern, 'u');
  } catch {
    return false;
  }
  PATTERNS.add(pattern);
  return true;
}
