import { field, isArray, isObject, type Json, type JsonObject, setField } from '../../../openapi/source/json.js';

const SINGLE = new Set([
  'additionalProperties',
  'unevaluatedProperties',
  'propertyNames',
  'items',
  'unevaluatedItems',
  'contains',
  'not',
  'if',
  'then',
  'else',
  'contentSchema',
  'additionalItems',
]);
const LISTS = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const MAPS = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions']);

/** Rewrites a schema of any draft in the words of 2020-12, with its references relative to where it will stand. */
export class To2020 {
  readonly #draft: string;
  readonly #at: string;
  /** Pointers below the schema, by address. */
  readonly #places = new Map<string, string>();

  constructor(draft: string, at: string) {
    this.#draft = draft;
    this.#at = at;
  }

  convert(schema: Json): Json {
    this.#index(schema, 'root:/', '');
    return this.#schema(schema, 'root:/');
  }

  get #isOld(): boolean {
    return ['draft4', 'draft6', 'draft7'].includes(this.#draft);
  }

  #base(schema: JsonObject, base: string): string {
    const id = field(schema, this.#draft === 'draft4' ? 'id' : '$id');
    if (typeof id !== 'string' || (this.#isOld && field(schema, '$ref') !== undefined)) return base;
    return new URL(id, base).href;
  }

  #index(schema: Json, base: string, pointer: string): void {
    if (!isObject(schema)) return;
    const own = this.#base(schema, base);
    if (pointer === '' || own !== base) this.#places.set(own.replace(/#$/, ''), pointer);
    if (pointer === '') this.#places.set('root:/', pointer);
    const anchor = field(schema, '$anchor') ?? field(schema, '$dynamicAnchor');
    if (typeof anchor === 'string') this.#places.set(new URL(`#${anchor}`, own).href, pointer);
    for (const [segment, child] of children(schema)) this.#index(child, own, pointer + segment);
  }

  #reference(text: string, base: string): string {
    const url = new URL(text, base).href;
    const known = this.#places.get(url) ?? this.#places.get(url.replace(/#$/, ''));
    if (known !== undefined) return this.#at + this.#moved(known);
    const [document = '', fragment = ''] = url.split('#');
    const place = this.#places.get(document);
    if (place === undefined) return text;
    return this.#at + this.#moved(place + fragment);
  }

  /** Where a pointer leads once `items` is `prefixItems`, and so on. */
  #moved(pointer: string): string {
    if (this.#draft === 'draft2020-12') return pointer;
    return pointer
      .replace(/\/items\/(\d+)/g, '/prefixItems/$1')
      .replace(/\/additionalItems(?=\/|$)/g, '/items')
      .replace(/\/definitions(?=\/|$)/g, '/$defs')
      .replace(/\/dependencies(?=\/|$)/g, '/dependentSchemas');
  }

  #schema(schema: Json, base: string): Json {
    if (!isObject(schema)) return schema;
    const own = this.#base(schema, base);
    const target: Record<string, Json | undefined> = {};
    const reference = field(schema, '$ref');
    const isAlone = this.#isOld && typeof reference === 'string';
    for (const key of Object.keys(schema)) {
      const value = field(schema, key) ?? null;
      if (isAlone && key !== '$ref' && key !== 'definitions') continue;
      this.#keyword(target, key, value, schema, own);
    }
    return target;
  }

  #keyword(target: Record<string, Json | undefined>, key: string, value: Json, schema: JsonObject, base: string): void {
    const convert = (child: Json): Json => this.#schema(child, base);
    if (['$id', 'id', '$anchor', '$dynamicAnchor', '$schema', '$recursiveAnchor', '$vocabulary'].includes(key)) return;
    if (key === '$ref' && typeof value === 'string') target['$ref'] = this.#reference(value, base);
    else if (key === '$recursiveRef') target['$dynamicRef'] = '#any';
    else if (key === '$dynamicRef') target['$dynamicRef'] = '#any';
    else if (key === 'items' && isArray(value) && this.#draft !== 'draft2020-12') {
      if (value.length > 0) target['prefixItems'] = value.map(convert);
      const rest = field(schema, 'additionalItems');
      if (rest !== undefined) target['items'] = convert(rest);
    } else if (key === 'additionalItems') return;
    else if (key === 'dependencies' && isObject(value)) dependencies(target, value, convert);
    else if (key === 'exclusiveMinimum' && typeof value === 'boolean') {
      if (value) exchange(target, schema, 'minimum', 'exclusiveMinimum');
    } else if (key === 'exclusiveMaximum' && typeof value === 'boolean') {
      if (value) exchange(target, schema, 'maximum', 'exclusiveMaximum');
    } else if (key === 'minimum' && field(schema, 'exclusiveMinimum') === true) return;
    else if (key === 'maximum' && field(schema, 'exclusiveMaximum') === true) return;
    else if (SINGLE.has(key)) target[key] = convert(value);
    else if (LISTS.has(key) && isArray(value)) target[key] = value.map(convert);
    else if (MAPS.has(key) && isObject(value)) {
      const map: Record<string, Json | undefined> = {};
      for (const name of Object.keys(value)) setField(map, name, convert(field(value, name) ?? null));
      target[key === 'definitions' ? '$defs' : key] = map;
    } else setField(target, key, value);
  }
}

function exchange(target: Record<string, Json | undefined>, schema: JsonObject, from: string, to: string): void {
  const value = field(schema, from);
  if (value !== undefined) target[to] = value;
}

function dependencies(
  target: Record<string, Json | undefined>,
  value: JsonObject,
  convert: (child: Json) => Json,
): void {
  const required: Record<string, Json | undefined> = {};
  const schemas: Record<string, Json | undefined> = {};
  for (const name of Object.keys(value)) {
    const one = field(value, name) ?? null;
    if (isArray(one)) setField(required, name, one);
    else setField(schemas, name, convert(one));
  }
  if (Object.keys(required).length > 0) target['dependentRequired'] = required;
  if (Object.keys(schemas).length > 0) target['dependentSchemas'] = schemas;
}

function* children(schema: JsonObject): Iterable<readonly [string, Json]> {
  for (const key of Object.keys(schema)) {
    const value = field(schema, key) ?? null;
    if (isArray(value) && (LISTS.has(key) || key === 'items')) {
      for (const [index, child] of value.entries()) yield [`/${key}/${index}`, child];
    } else if (isObject(value) && (MAPS.has(key) || key === 'dependencies')) {
      for (const name of Object.keys(value)) {
        yield [`/${key}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`, field(value, name) ?? null];
      }
    } else if (SINGLE.has(key)) yield [`/${key}`, value];
  }
}
