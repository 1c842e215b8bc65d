import { field, isArray, isObject, type Json, type JsonObject } from '../../openapi/source/json.js';
import { stringify } from '../../openapi/source/stringify.js';
import { type RawDocument, referenceOf } from '../emit/raw-document.js';
import type { Direction, SchemaForms } from '../emit/schema-forms.js';
import { readTypes } from '../emit/schema-shape.js';
import { Discriminators } from './discriminators.js';
import { numberExamples, textExamples } from './scalar-examples.js';
import { ValueCheck } from './value-check.js';

/** Down to here optional properties and items are shown, too. */
const OPTIONAL_DEPTH = 3;
const MAX_DEPTH = 24;
/** How many values are tried for one example. */
const MAX_TRIES = 4_000;
/** The longest example, as JSON. */
const MAX_TEXT = 50_000;

/** Finds values of schemas: those that the document gives, as long as they fit, and others made up. */
export class Examples {
  readonly #document: RawDocument;
  readonly #forms: SchemaForms;
  readonly #check: ValueCheck;
  readonly #discriminators: Discriminators;
  #tries = 0;

  constructor(document: RawDocument, forms: SchemaForms) {
    this.#document = document;
    this.#forms = forms;
    this.#discriminators = new Discriminators(document);
    this.#check = new ValueCheck(document, forms, this.#discriminators);
  }

  /** The first value that fits: of those given, else of the schema. `undefined` where none is found. */
  find(given: readonly Json[], schema: Json | undefined, direction: Direction): Json | undefined {
    this.#tries = MAX_TRIES;
    for (const value of given) if (this.#fits(value, schema, direction)) return value;
    return this.#first(schema, direction, 0);
  }

  #fits(value: Json, schema: Json | undefined, direction: Direction): boolean {
    return stringify(value).length <= MAX_TEXT && this.#check.fits(value, schema, direction);
  }

  #first(schema: Json | undefined, direction: Direction, depth: number): Json | undefined {
    if (depth > MAX_DEPTH || schema === false) return undefined;
    for (const value of this.#candidates(schema, direction, depth)) {
      if (this.#tries-- <= 0) return undefined;
      if (this.#fits(value, schema, direction)) return value;
    }
    return undefined;
  }

  *#candidates(schema: Json | undefined, direction: Direction, depth: number): Generator<Json> {
    if (!isObject(schema)) {
      yield {};
      return;
    }
    yield* statedIn(schema);
    const merged = this.#merge(schema, depth);
    if (merged !== schema) yield* statedIn(merged);
    for (const keyword of ['anyOf', 'oneOf']) {
      const alternatives = field(merged, keyword);
      if (!isArray(alternatives)) continue;
      for (const alternative of alternatives) {
        const value = this.#first(alternative, direction, depth + 1);
        if (value === undefined) continue;
        const own = isObject(value) ? this.#object(merged, direction, depth) : undefined;
        const whole = own !== undefined && isObject(value) ? { ...own, ...value } : value;
        const tag = isObject(whole) ? this.#discriminators.tagIn(merged, alternative) : undefined;
        if (isObject(whole) && tag !== undefined) yield { ...whole, [tag.property]: tag.value };
        yield whole;
      }
    }
    yield* this.#byType(merged, direction, depth);
    if (readTypes(schema).nullable) yield null;
  }

  *#byType(schema: JsonObject, direction: Direction, depth: number): Generator<Json> {
    const { types } = readTypes(schema);
    const isOpen = types.length === 0;
    if (types.includes('object') || isOpen) {
      const all = this.#object(schema, direction, depth);
      if (all !== undefined) yield all;
      const least = this.#object(schema, direction, OPTIONAL_DEPTH);
      if (least !== undefined) yield least;
    }
    if (types.includes('string') || isOpen) yield* textExamples(schema);
    if (types.includes('integer') || types.includes('number') || isOpen) yield* numberExamples(schema);
    if (types.includes('boolean') || isOpen) yield* [true, false];
    if (types.includes('array') || isOpen) yield* this.#arrays(schema, direction, depth);
    if (types.includes('null')) yield null;
  }

  #object(schema: JsonObject, direction: Direction, depth: number): JsonObject | undefined {
    const properties = field(schema, 'properties');
    const required = field(schema, 'required');
    const demanded = new Set(isArray(required) ? required.filter((name) => typeof name === 'string') : []);
    const members: [string, Json][] = [];
    const names = new Set([...(isObject(properties) ? Object.keys(properties) : []), ...demanded]);
    for (const name of names) {
      const property = isObject(properties) ? field(properties, name) : field(schema, 'additionalProperties');
      if (this.#forms.isHidden(property, direction) || (depth >= OPTIONAL_DEPTH && !demanded.has(name))) continue;
      const value = this.#first(property, direction, depth + 1);
      if (value !== undefined) members.push([name, value]);
      else if (demanded.has(name)) return undefined;
    }
    return Object.fromEntries(members);
  }

  *#arrays(schema: JsonObject, direction: Direction, depth: number): Generator<Json> {
    const prefix = field(schema, 'prefixItems');
    const first = (isArray(prefix) ? prefix : []).map((item: Json) => this.#first(item, direction, depth + 1));
    const least = Number(field(schema, 'minItems') ?? 0);
    const item =
      depth < OPTIONAL_DEPTH || least > 0 ? this.#first(field(schema, 'items'), direction, depth + 1) : undefined;
    if (first.every((value) => value !== undefined) && first.length > 0) yield first;
    if (item !== undefined && least <= 100) yield Array.from({ length: Math.max(1, least) }, () => item);
    yield [];
  }

  /** What a schema and all parts of it ask for together, as far as properties go; what they say else is for the check. */
  #merge(schema: JsonObject, depth: number, seen = new Set<JsonObject>()): JsonObject {
    const tag = this.#discriminators.tagOf(schema);
    const merged = this.#mergeParts(schema, depth, seen);
    if (tag === undefined) return merged;
    const [properties, required] = [field(merged, 'properties'), field(merged, 'required')];
    return {
      ...merged,
      // What is computed is defined, so that a property named "__proto__" is one like any other.
      properties: { ...(isObject(properties) ? properties : {}), [tag.property]: { const: tag.value } },
      required: [...(isArray(required) ? required : []), tag.property],
    };
  }

  #mergeParts(schema: JsonObject, depth: number, seen: Set<JsonObject>): JsonObject {
    if (seen.has(schema) || depth > MAX_DEPTH) return {};
    seen.add(schema);
    const parts: JsonObject[] = [];
    const reference = referenceOf(schema);
    const target = reference === undefined ? undefined : this.#document.target(reference)?.value;
    if (isObject(target)) parts.push(this.#merge(target, depth + 1, seen));
    const all = field(schema, 'allOf');
    if (isArray(all)) parts.push(...all.filter(isObject).map((part) => this.#merge(part, depth + 1, seen)));
    if (parts.length === 0) return schema;
    const lists = [...parts, schema].map((part) => field(part, 'required')).filter(isArray);
    const properties = [...parts, schema].map((part) => field(part, 'properties')).filter(isObject);
    const members = new Map(properties.flatMap((each) => Object.entries(each)));
    return {
      ...Object.assign({}, ...parts, schema),
      ...(lists.length === 0 ? {} : { required: lists.flat() }),
      ...(members.size === 0 ? {} : { properties: Object.fromEntries(members) }),
    };
  }
}

/** The values that a schema itself gives. */
function statedIn(schema: JsonObject): readonly Json[] {
  const [examples, members] = [field(schema, 'examples'), field(schema, 'enum')];
  const single = ['example', 'default', 'const'].map((keyword) => field(schema, keyword));
  return [
    ...single.filter((value) => value !== undefined),
    ...(isArray(examples) ? examples.slice(0, 3) : []),
    ...(isArray(members) ? members.slice(0, 3) : []),
  ];
}
