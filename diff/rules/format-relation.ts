import type { JsonType, Schema } from '../../openapi/model/schema.js';

/** Formats that are defined for text by JSON Schema 2020-12 (Validation, section 7.3) or by OpenAPI. */
const TEXT_FORMATS = [
  'date-time date time duration email idn-email hostname idn-hostname ipv4 ipv6 uri uri-reference iri iri-reference',
  'uri-template uuid json-pointer relative-json-pointer regex byte binary char base64url http-date',
].flatMap((line) => line.split(' '));

/** Formats of numbers in the format registry of OpenAPI. */
const NUMBER_FORMATS = ['int8', 'int16', 'int32', 'int64', 'uint8', 'uint16', 'uint32', 'uint64', 'float', 'double'];

/** Each format and the smallest formats that take all its values. */
const WIDER: ReadonlyMap<string, readonly string[]> = new Map([
  ['int8', ['int16', 'float']],
  ['int16', ['int32', 'float']],
  ['int32', ['int64', 'double']],
  ['uint8', ['uint16', 'int16', 'float']],
  ['uint16', ['uint32', 'int32', 'float']],
  ['uint32', ['uint64', 'int64', 'double']],
  ['float', ['double']],
  ['email', ['idn-email']],
  ['hostname', ['idn-hostname']],
  ['uri', ['uri-reference', 'iri']],
  ['uri-reference', ['iri-reference']],
  ['iri', ['iri-reference']],
]);

const TYPES: ReadonlyMap<string, readonly JsonType[]> = new Map([
  ...TEXT_FORMATS.map((format): [string, JsonType[]] => [format, ['string']]),
  ...NUMBER_FORMATS.map((format): [string, JsonType[]] => [format, ['integer', 'number']]),
]);

/** Whether a format is defined somewhere, and for values of the schemas: `date-time` says nothing defined of an integer. */
export function isDefinedFormat(format: string, schemas: readonly Schema[] = []): boolean {
  const types = TYPES.get(format);
  if (types === undefined) return false;
  const own = schemas.flatMap((schema) => schema.types ?? []).filter((type) => type !== 'null');
  return own.length === 0 || own.some((type) => types.includes(type));
}

/** How the values of the revision's format stand to those of the base's; both are defined formats. */
export function formatRelation(before: string, after: string): 'wider' | 'narrower' | 'other' {
  if (isWithin(before, after)) return 'wider';
  return isWithin(after, before) ? 'narrower' : 'other';
}

function isWithin(inner: string, outer: string): boolean {
  return (WIDER.get(inner) ?? []).some((wider) => wider === outer || isWithin(wider, outer));
}
