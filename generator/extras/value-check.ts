import { field, isArray, isObject, type Json, type JsonObject } from '../../openapi/source/json.js';
import { canonical } from '../../openapi/source/stringify.js';
import { type RawDocument, referenceOf } from '../emit/raw-document.js';
import type { Direction, SchemaForms } from '../emit/schema-forms.js';
import { readTypes } from '../emit/schema-shape.js';
import type { Discriminators } from './discriminators.js';
import { isLinearPattern } from './linear-pattern.js';

const MAX_DEPTH = 64;

/** Tells whether values fit schemas, as far as it takes to show no wrong example: what cannot be told in bounded time does not fit. */
export class ValueCheck {
  readonly #document: RawDocument;
  readonly #forms: SchemaForms;
  readonly #discriminators: Discriminators;
  #steps = 0;

  constructor(document: RawDocument, forms: SchemaForms, discriminators: Discriminators) {
    this.#document = document;
    this.#forms = forms;
    this.#discriminators = discriminators;
  }

  /** Whether a value is one of a schema, for those who read or write it. */
  fits(value: Json, schema: Json | undefined, direction: Direction): boolean {
    this.#steps = 50_000;
    return this.#fits(value, schema, direction, 0);
  }

  #fits(value: Json, schema: Json | undefined, direction: Direction, depth: number): boolean {
    if (schema === undefined || schema === true) return true;
    if (!isObject(schema) || depth > MAX_DEPTH || this.#steps-- <= 0) return false;
    const inner = (each: Json, part: Json | undefined): boolean => this.#fits(each, part, direction, depth + 1);
    const reference = referenceOf(schema);
    if (reference !== undefined) {
      const target = this.#document.target(reference);
      if (target === undefined) return false;
      // In OpenAPI 3.0 nothing stands beside a reference but, in many documents, this.
      if (value === null && field(schema, 'nullable') === true) return true;
      if (!inner(value, target.value)) return false;
    }
    const { types, nullable } = readTypes(schema);
    if (value === null && nullable) return fitsLiterals(value, schema) || field(schema, 'nullable') === true;
    if (types.length > 0 && !types.some((type) => isOfType(value, type))) return false;
    if (!fitsLiterals(value, schema) || !fitsBounds(value, schema)) return false;
    if (!listOf(schema, 'allOf').every((part) => inner(value, part))) return false;
    const [any, one] = [listOf(schema, 'anyOf'), listOf(schema, 'oneOf')];
    if (any.length > 0 && !any.some((part) => inner(value, part))) return false;
    // Alternatives that look alike are told apart by what the value says of itself.
    const chosen = one.length > 0 && isObject(value) ? this.#discriminators.chosen(schema, value) : undefined;
    if (
      chosen !== undefined
        ? !inner(value, chosen)
        : one.length > 0 && one.filter((part) => inner(value, part)).length !== 1
    )
      return false;
    const excluded = field(schema, 'not');
    if (excluded !== undefined && inner(value, excluded)) return false;
    if (isArray(value)) return this.#fitsItems(value, schema, inner);
    return isObject(value) ? this.#fitsProperties(value, schema, direction, inner) : true;
  }

  #fitsItems(
    value: readonly Json[],
    schema: JsonObject,
    inner: (value: Json, schema: Json | undefined) => boolean,
  ): boolean {
    const first = listOf(schema, 'prefixItems');
    const items = field(schema, 'items');
    if (field(schema, 'uniqueItems') === true && new Set(value.map((item) => canonical(item))).size < value.length) {
      return false;
    }
    return (
      ASSERTED_ELSEWHERE.every((keyword) => field(schema, keyword) === undefined) &&
      value.every((item, index) => inner(item, index < first.length ? first[index] : items))
    );
  }

  #fitsProperties(
    value: JsonObject,
    schema: JsonObject,
    direction: Direction,
    inner: (value: Json, schema: Json | undefined) => boolean,
  ): boolean {
    const declared = field(schema, 'properties');
    const others = field(schema, 'additionalProperties');
    const hasPatterns = field(schema, 'patternProperties') !== undefined;
    if (ASSERTED_ELSEWHERE.some((keyword) => field(schema, keyword) !== undefined)) return false;
    for (const name of listOf(schema, 'required')) {
      if (typeof name !== 'string' || Object.hasOwn(value, name)) continue;
      const property = isObject(declared) ? field(declared, name) : undefined;
      if (!this.#forms.isHidden(property, direction)) return false;
    }
    return Object.keys(value).every((name) => {
      const property = isObject(declared) && Object.hasOwn(declared, name) ? field(declared, name) : undefined;
      if (property !== undefined) return inner(field(value, name) ?? null, property);
      return !hasPatterns && others !== false && inner(field(value, name) ?? null, others);
    });
  }
}

/** What is rare, and told by nobody here. */
const ASSERTED_ELSEWHERE = [
  'if',
  'contains',
  'propertyNames',
  'dependentRequired',
  'dependentSchemas',
  'unevaluatedProperties',
  'unevaluatedItems',
  '$dynamicRef',
];

function fitsLiterals(value: Json, schema: JsonObject): boolean {
  const text = canonical(value);
  const [constant, members] = [field(schema, 'const'), field(schema, 'enum')];
  if (constant !== undefined && canonical(constant) !== text) return false;
  return !isArray(members) || members.some((member) => canonical(member) === text);
}

function isOfType(value: Json, type: string): boolean {
  // An integer beyond what a number holds is a bigint.
  if (type === 'integer' || type === 'number') {
    return typeof value === 'bigint' || (typeof value === 'number' && (type === 'number' || Number.isInteger(value)));
  }
  if (type === 'array') return isArray(value);
  if (type === 'object') return isObject(value);
  return type === 'null' ? value === null : typeof value === type;
}

function fitsBounds(value: Json, schema: JsonObject): boolean {
  const bound = (keyword: string): number | bigint | undefined => {
    const found = field(schema, keyword);
    return typeof found === 'number' || typeof found === 'bigint' ? found : undefined;
  };
  const within = (size: number, least: string, most: string): boolean =>
    size >= (bound(least) ?? 0) && size <= (bound(most) ?? Infinity);
  if (typeof value === 'string')
    return within([...value].length, 'minLength', 'maxLength') && fitsPattern(value, schema);
  if (isArray(value)) return within(value.length, 'minItems', 'maxItems');
  if (isObject(value)) return within(Object.keys(value).length, 'minProperties', 'maxProperties');
  if (typeof value !== 'number' && typeof value !== 'bigint') return true;
  const [least, most, step] = [bound('minimum'), bound('maximum'), bound('multipleOf')];
  const isOpenBelow = field(schema, 'exclusiveMinimum') === true;
  const isOpenAbove = field(schema, 'exclusiveMaximum') === true;
  return (
    (least === undefined || value > least || (value === least && !isOpenBelow)) &&
    (most === undefined || value < most || (value === most && !isOpenAbove)) &&
    value > (bound('exclusiveMinimum') ?? -Infinity) &&
    value < (bound('exclusiveMaximum') ?? Infinity) &&
    (step === undefined || (step > 0 && isMultiple(value, step)))
  );
}

function isMultiple(value: number | bigint, step: number | bigint): boolean {
  const isWhole = (each: number | bigint): boolean => typeof each === 'bigint' || Number.isInteger(each);
  if (isWhole(value) && isWhole(step)) return BigInt(value) % BigInt(step) === 0n;
  return Number.isInteger(Number(value) / Number(step));
}

function fitsPattern(value: string, schema: JsonObject): boolean {
  const pattern = field(schema, 'pattern');
  if (typeof pattern !== 'string') return true;
  return isLinearPattern(pattern) && value.length < 10_000 && new RegExp(pattern, 'u').test(value);
}

function listOf(schema: JsonObject, keyword: string): readonly Json[] {
  const value = field(schema, keyword);
  return isArray(value) ? value : [];
}
