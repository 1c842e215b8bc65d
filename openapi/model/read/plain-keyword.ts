import { field, isArray, isObject, type Json, type JsonObject } from '../../source/json.js';
import { EXTERNAL_DOCS, isPlainObject, isText, isTextList } from './plain-fields.js';
import { isJsonType } from './schema-assertions.js';
import { KEYWORDS_SINCE_31 } from './schema-vocabulary.js';

/** Patterns that are regular expressions; documents repeat them. */
const PATTERNS = new Set<string>();

/**
 * Whether the reader of schemas has surely nothing to say about a keyword. `$ref` and the schemas a keyword holds are looked at
 * elsewhere.
 */
export function isPlainKeyword(keyword: string, value: Json, schema: JsonObject, isLine30: boolean): boolean {
  switch (keyword) {
    case 'type':
      return typeof value === 'string' ? isPlainType(value, isLine30) : !isLine30 && isPlainTypeList(value);
    case 'description':
    case 'title':
    case 'format':
      return typeof value === 'string';
    case 'example':
    case 'default':
      return true;
    case 'properties':
    case 'definitions':
      return isObject(value);
    case 'allOf':
    case 'anyOf':
    case 'oneOf':
    case 'enum':
      return isArray(value);
    case 'items':
      return !isArray(value);
    case 'required':
      return isArray(value) && value.every(isText);
    case 'pattern':
      return typeof value === 'string' && isPattern(value);
    case 'nullable':
      return isPlainNullable(value, schema, isLine30);
    case 'deprecated':
    case 'readOnly':
    case 'writeOnly':
    case 'uniqueItems':
      return typeof value === 'boolean';
    case 'minimum':
    case 'maximum':
      return typeof value === 'number' || typeof value === 'bigint';
    case 'multipleOf':
      return typeof value === 'number' && value > 0;
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return typeof value === (isLine30 ? 'boolean' : 'number');
    case 'minLength':
    case 'maxLength':
    case 'minItems':
    case 'maxItems':
    case 'minContains':
    case 'maxContains':
    case 'minProperties':
    case 'maxProperties':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 && !isNewer(keyword, isLine30);
    case 'discriminator':
      return isPlainDiscriminator(value);
    case '$dynamicRef':
    case '$recursiveRef':
    case 'xml':
      return false;
    case 'externalDocs':
      return isPlainObject(value, EXTERNAL_DOCS) && field(value, 'url') !== undefined;
    case 'examples':
      return !isLine30 && isArray(value);
    case '$comment':
      return !isLine30 && typeof value === 'string';
    case 'patternProperties':
    case 'dependentSchemas':
    case '$defs':
      return !isLine30 && isObject(value);
    case 'dependentRequired':
      return !isLine30 && isObject(value) && Object.values(value).every((names) => isTextList(names));
    case 'prefixItems':
      return !isLine30 && isArray(value);
    case 'contentMediaType':
    case 'contentEncoding':
      return !isLine30 && typeof value === 'string';
    default:
      return !isNewer(keyword, isLine30);
  }
}

function isNewer(keyword: string, isLine30: boolean): boolean {
  return isLine30 && KEYWORDS_SINCE_31.has(keyword);
}

function isPlainType(type: string, isLine30: boolean): boolean {
  return isJsonType(type) && !(isLine30 && type === 'null');
}

function isPlainTypeList(types: Json): boolean {
  if (!isArray(types) || types.length === 0) return false;
  return types.every((type, index) => isText(type) && isJsonType(type) && types.indexOf(type) === index);
}

/** OpenAPI 3.0 gives the keyword an effect beside one type; later versions have none. */
function isPlainNullable(value: Json, schema: JsonObject, isLine30: boolean): boolean {
  if (!isLine30) return value !== true;
  if (value === false) return true;
  const values = field(schema, 'enum');
  const hasNull = values === undefined || (isArray(values) && values.includes(null));
  return value === true && hasNull && typeof field(schema, 'type') === 'string';
}

function isPlainDiscriminator(value: Json): boolean {
  if (!isObject(value) || !isText(field(value, 'propertyName'))) return false;
  const mapping = field(value, 'mapping');
  const fallback = field(value, 'defaultMapping');
  if (fallback !== undefined && !isText(fallback)) return false;
  return mapping === undefined || (isObject(mapping) && Object.values(mapping).every(isText));
}

function isPattern(pattern: string): boolean {
  if (PATTERNS.has(pattern)) return true;
  try {
    new RegExp(pattern, 'u');
  } catch {
    return false;
  }
  PATTERNS.add(pattern);
  return true;
}
