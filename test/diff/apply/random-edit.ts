import fc from 'fast-check';
import { field, isArray, isObject, type Json, type JsonObject, setField } from '../../../openapi/source/json.js';

/** One edit of a document, as numbers that say where, how, and by what: they mean something for every document. */
export interface RandomEdit {
  readonly at: number;
  readonly how: number;
  readonly by: number;
}

export const randomEdit: fc.Arbitrary<RandomEdit> = fc.record({ at: fc.nat(), how: fc.nat({ max: 9 }), by: fc.nat() });

/** Keywords with values, put wherever they mean something or nothing. */
const KEYWORDS: readonly (readonly [string, Json])[] = [
  ['type', 'string'],
  ['type', 'object'],
  ['type', ['string', 'null']],
  ['type', 'integer'],
  ['type', 'array'],
  ['enum', ['a', 'b']],
  ['const', 'a'],
  ['format', 'date'],
  ['pattern', 'x'],
  ['minimum', 3],
  ['maximum', 9],
  ['exclusiveMinimum', 2],
  ['exclusiveMaximum', 7],
  ['multipleOf', 2],
  ['minLength', 2],
  ['maxLength', 5],
  ['minItems', 1],
  ['maxItems', 4],
  ['uniqueItems', true],
  ['minContains', 2],
  ['maxContains', 3],
  ['minProperties', 1],
  ['maxProperties', 8],
  ['required', ['id', 'name']],
  ['required', ['kind', 'other']],
  ['additionalProperties', false],
  ['additionalProperties', { type: 'integer' }],
  ['unevaluatedProperties', false],
  ['unevaluatedItems', false],
  ['items', { type: 'string' }],
  ['items', {}],
  ['prefixItems', [{ type: 'string' }]],
  ['contains', { type: 'integer' }],
  ['propertyNames', { minLength: 2 }],
  ['patternProperties', { '^y': { type: 'integer' } }],
  ['dependentRequired', { id: ['name'] }],
  ['dependentSchemas', { id: { maxProperties: 3 } }],
  ['not', { type: 'array' }],
  ['if', { required: ['id'] }],
  ['then', { required: ['name'] }],
  ['else', { maxProperties: 2 }],
  ['allOf', [{ title: 'More', maxProperties: 9 }]],
  ['allOf', [{ $ref: '#/components/schemas/Base' }]],
  [
    'anyOf',
    [
      { type: 'string', maxLength: 3 },
      { type: 'object', required: ['id'] },
    ],
  ],
  ['oneOf', [{ type: 'integer' }, { type: 'string', pattern: 'y' }]],
  ['oneOf', [{ $ref: '#/components/schemas/Base' }, { $ref: '#/components/schemas/Tool' }]],
  ['anyOf', [{ $ref: '#/components/schemas/Tool' }, { type: 'null' }]],
  ['title', 'Other'],
  ['default', 'a'],
  ['default', null],
  ['deprecated', true],
  ['readOnly', true],
  ['writeOnly', true],
  ['contentEncoding', 'base16'],
  ['contentMediaType', 'text/html'],
  ['discriminator', { propertyName: 'id' }],
  ['properties', { id: { type: 'integer' }, other: { type: 'string' } }],
  ['$ref', '#/components/schemas/Tool'],
  ['style', 'form'],
  ['style', 'pipeDelimited'],
  ['explode', true],
  ['explode', false],
  ['allowReserved', true],
  ['allowEmptyValue', true],
  ['required', true],
  ['required', false],
  ['in', 'query'],
  ['in', 'header'],
  ['name', 'other'],
  ['operationId', 'other'],
  ['tags', ['b', 'a']],
  ['security', []],
  ['security', [{}]],
  ['security', [{ id: ['a'] }]],
  ['servers', [{ url: 'https://other.test' }]],
  ['url', 'https://depot.test/v2'],
  ['contentType', 'text/plain'],
  ['x-required-scopes', ['a']],
  ['x-sunset', '2030-01-01'],
  ['x-beta', true],
  ['headers', { 'X-Other': { schema: { type: 'string' } } }],
  ['encoding', { sheet: { contentType: 'image/gif' } }],
  ['links', { other: { operationId: 'addCrate' } }],
  ['responses', { default: { description: 'any' } }],
  ['401', { description: 'who' }],
  ['2XX', { description: 'fine' }],
  ['default', { description: 'any' }],
  ['*/*', { schema: { type: 'string' } }],
  ['application/xml', { schema: { type: 'object' } }],
  ['scopes', { read: '' }],
  ['tokenUrl', 'https://other.test'],
  ['extra', { type: 'string' }],
  ['put', { responses: { '200': { description: 'ok' } } }],
  ['propertyName', 'other'],
  ['enum', ['eu', 'asia']],
];

interface Spot {
  readonly parent: JsonObject | readonly Json[];
  readonly key: string;
}

/** The document with some edits; objects that stand in two places are edited in both. */
export function edited(document: Json, edits: readonly RandomEdit[]): Json {
  const copy: Json = structuredClone(document);
  for (const edit of edits) apply(copy, edit);
  return copy;
}

function apply(document: Json, { at, how, by }: RandomEdit): void {
  const spots: Spot[] = [];
  collect(document, spots);
  const spot = spots[at % spots.length];
  const other = spots[by % spots.length];
  if (spot === undefined || other === undefined) return;
  const value = valueAt(spot);
  if (how <= 1) remove(spot);
  else if (how <= 3 && (isArray(value) || isObject(value))) {
    const [keyword, said] = KEYWORDS[by % KEYWORDS.length] ?? ['x', null];
    if (isArray(value)) mutable(value).push(structuredClone(valueAt(other)));
    else set(value, keyword, structuredClone(said));
  } else if (how <= 5) set(spot.parent, spot.key, structuredClone(sibling(spots, spot, by) ?? valueAt(other)));
  else if (how === 6) set(spot.parent, spot.key, varied(value, by));
  else if (how === 7 && isObject(spot.parent)) rename(spot, by);
  else if (how === 8 && isArray(spot.parent)) mutable(spot.parent).reverse();
  else if (isObject(value)) set(value, other.key, structuredClone(valueAt(other)));
  else set(spot.parent, spot.key, varied(value, by));
}

function collect(value: Json, spots: Spot[]): void {
  if (!isArray(value) && !isObject(value)) return;
  for (const key of Object.keys(value)) {
    spots.push({ parent: value, key });
    collect(valueAt({ parent: value, key }), spots);
  }
}

function valueAt({ parent, key }: Spot): Json {
  return (isArray(parent) ? parent[Number(key)] : field(parent, key)) ?? null;
}

/** A value that stands elsewhere under the same key, which is likely to be valid here. */
function sibling(spots: readonly Spot[], { key }: Spot, by: number): Json | undefined {
  const alike = spots.filter((spot) => spot.key === key);
  const found = alike[by % alike.length];
  return found && valueAt(found);
}

function varied(value: Json, by: number): Json {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + (by % 5) - 2;
  if (typeof value === 'string') return by % 2 === 0 ? `${value}x` : value.slice(1);
  return by % 2 === 0 ? { type: 'string' } : {};
}

function rename({ parent, key }: Spot, by: number): void {
  if (!isObject(parent)) return;
  const value = field(parent, key) ?? null;
  delete mutableObject(parent)[key];
  set(parent, `${key}${by % 3}`, value);
}

function remove({ parent, key }: Spot): void {
  if (isArray(parent)) mutable(parent).splice(Number(key), 1);
  else if (isObject(parent)) delete mutableObject(parent)[key];
}

function set(parent: Json, key: string, value: Json): void {
  if (isArray(parent)) mutable(parent)[Number(key)] = value;
  else if (isObject(parent)) setField(mutableObject(parent), key, value);
}

/** The copy belongs to nobody else. */
function mutable(list: readonly Json[]): Json[] {
  return list as Json[];
}

function mutableObject(object: JsonObject): Record<string, Json | undefined> {
  return object as Record<string, Json | undefined>;
}
