import type { Schema } from '../../../openapi/model/schema.js';
import { field, isArray, isObject, type Json, type JsonObject } from '../../../openapi/source/json.js';
import { canonical } from '../../../openapi/source/stringify.js';
import { isMultipleOf } from './decimal.js';
import { withoutUnevaluated } from './evaluated.js';
import { hasFormat } from './formats.js';
import { type Findings, Judgements } from './judgements.js';
import { matches } from './language.js';
import { type Assertion, assertionsFor, partsOf, type Shape } from './parts.js';
import { typeOfValue } from './value-types.js';

/** `undefined`: it cannot be told. */
export type Verdict = boolean | undefined;

/** Longer chains of schemas are not followed. */
const MAX_DEPTH = 400;

/** Whether they accept null is asked of nearly all schemas. */
const ofNull: Findings<Schema, boolean> = new WeakMap();

/** Whether a value is valid for all the schemas, as plain JSON Schema has it; `undefined` when that cannot be told. */
export function evaluate(schemas: readonly Schema[], value: Json): Verdict {
  const evaluation = new Evaluation();
  const inspected = evaluation.of(value);
  return all(schemas, (schema) => check(schema, inspected, evaluation, 0));
}

/** A value, and what schemas say of it. */
interface Inspected {
  readonly value: Json;
  readonly judgements: Judgements<Schema, boolean>;
}

/** A value and those inside it. */
class Evaluation {
  readonly #inspected = new Map<Json, Inspected>();

  of(value: Json): Inspected {
    let inspected = this.#inspected.get(value);
    if (inspected === undefined) {
      inspected = { value, judgements: new Judgements(MAX_DEPTH, value === null ? ofNull : new Map()) };
      this.#inspected.set(value, inspected);
    }
    return inspected;
  }
}

function all<Item>(items: Iterable<Item>, judge: (item: Item) => Verdict): Verdict {
  let verdict: Verdict = true;
  for (const item of items) {
    const one = judge(item);
    if (one === false) return false;
    if (one === undefined) verdict = undefined;
  }
  return verdict;
}

function opposite(verdict: Verdict): Verdict {
  return verdict === undefined ? undefined : !verdict;
}

function check(schema: Schema, inspected: Inspected, evaluation: Evaluation, depth: number): Verdict {
  if (schema.always !== undefined) return schema.always;
  return inspected.judgements.of(schema, depth, () => judge(schema, inspected, evaluation, depth));
}

function judge(stated: Schema, inspected: Inspected, evaluation: Evaluation, depth: number): Verdict {
  const schema = withoutUnevaluated(stated);
  if (schema === undefined) return undefined;
  const { value } = inspected;
  const parts = partsOf(schema);
  const type = typeOfValue(value);
  if ((parts.types & type) === 0) return false;
  if (parts.values !== undefined && !parts.values.has(canonical(value))) return false;
  const judges: Judges = {
    here: (part) => check(part, inspected, evaluation, depth + 1),
    inside: (part, child) => check(part, evaluation.of(child), evaluation, depth + 1),
  };
  const own = all(assertionsFor(parts, type), (assertion) => keepsTo(assertion, value, judges));
  if (own === false) return false;
  const applied = applicators(schema, judges.here);
  if (applied === false) return false;
  return parts.unknown === undefined && own === true && applied === true ? true : undefined;
}

/** How schemas judge the value itself, or one inside it. */
interface Judges {
  readonly here: (part: Schema) => Verdict;
  readonly inside: (part: Schema, child: Json) => Verdict;
}

function applicators(schema: Schema, here: (part: Schema) => Verdict): Verdict {
  const verdicts: Verdict[] = [];
  if (schema.ref !== undefined) verdicts.push(here(schema.ref.target));
  if (schema.allOf.length > 0) verdicts.push(all(schema.allOf, here));
  if (schema.anyOf.length > 0) verdicts.push(opposite(all(schema.anyOf, (part) => opposite(here(part)))));
  if (schema.oneOf.length > 0) verdicts.push(countIs(schema.oneOf.map(here), 1, 1));
  if (schema.not !== undefined) verdicts.push(opposite(here(schema.not)));
  if (schema.if !== undefined) {
    const condition = here(schema.if);
    const then = schema.then === undefined || condition === false ? true : here(schema.then);
    const otherwise = schema.else === undefined || condition === true ? true : here(schema.else);
    verdicts.push(condition === undefined ? (then === otherwise ? then : undefined) : condition ? then : otherwise);
  }
  return all(verdicts, (verdict) => verdict);
}

/** Whether the number of those that hold lies in a range. */
function countIs(verdicts: readonly Verdict[], min: number, max: number): Verdict {
  const sure = verdicts.filter((verdict) => verdict === true).length;
  const possible = verdicts.filter((verdict) => verdict !== false).length;
  if (sure > max || possible < min) return false;
  return sure >= min && possible <= max ? true : undefined;
}

/** Whether a value keeps to an assertion that needs no other schema. */
export function holds(assertion: Assertion, value: Json): Verdict {
  return keepsTo(assertion, value, NO_JUDGES);
}

const NO_JUDGES: Judges = { here: () => true, inside: () => true };

function keepsTo(assertion: Assertion, value: Json, judges: Judges): Verdict {
  if (typeof value === 'number' || typeof value === 'bigint') return numberHolds(assertion, value);
  if (typeof value === 'string') return stringHolds(assertion, value);
  if (isArray(value)) return arrayHolds(assertion, value, judges);
  return isObject(value) ? objectHolds(assertion, value, judges) : true;
}

function numberHolds(assertion: Assertion, value: number | bigint): boolean {
  switch (assertion.kind) {
    case 'above':
      return assertion.exclusive ? value > assertion.bound : value >= assertion.bound;
    case 'below':
      return assertion.exclusive ? value < assertion.bound : value <= assertion.bound;
    case 'multiple':
      return isMultipleOf(value, assertion.of);
    default:
      return true;
  }
}

/** The number of code points. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

function stringHolds(assertion: Assertion, value: string): Verdict {
  switch (assertion.kind) {
    case 'longer':
      return value.length >= assertion.length && lengthOf(value) >= assertion.length;
    case 'shorter':
      return value.length <= assertion.length || lengthOf(value) <= assertion.length;
    case 'pattern':
      return matches(assertion.pattern, value);
    case 'format':
      return hasFormat(value, assertion.format);
    default:
      return true;
  }
}

function arrayHolds(assertion: Assertion, value: readonly Json[], { inside }: Judges): Verdict {
  switch (assertion.kind) {
    case 'minItems':
      return value.length >= assertion.count;
    case 'maxItems':
      return value.length <= assertion.count;
    case 'unique':
      return new Set(value.map(canonical)).size === value.length;
    case 'items':
      return all(value.entries(), ([index, item]) => {
        const schema = assertion.prefix[index] ?? assertion.rest;
        return schema === undefined ? true : inside(schema, item);
      });
    case 'contains': {
      const found = value.map((item) => inside(assertion.item, item));
      return countIs(found, assertion.min, assertion.max);
    }
    default:
      return true;
  }
}

function objectHolds(assertion: Assertion, value: JsonObject, { here, inside }: Judges): Verdict {
  const has = (name: string): boolean => field(value, name) !== undefined;
  switch (assertion.kind) {
    case 'required':
      return assertion.names.every(has);
    case 'minProperties':
      return Object.keys(value).length >= assertion.count;
    case 'maxProperties':
      return Object.keys(value).length <= assertion.count;
    case 'dependentRequired':
      return !has(assertion.name) || assertion.names.every(has);
    case 'dependentSchema':
      return has(assertion.name) ? here(assertion.schema) : true;
    case 'names':
      return all(Object.keys(value), (name) => inside(assertion.name, name));
    case 'shape':
      return all(Object.keys(value), (name) => {
        const schemas = schemasAt(assertion.shape, name);
        const item = field(value, name) ?? null;
        return schemas === undefined ? undefined : all(schemas, (schema) => inside(schema, item));
      });
    default:
      return true;
  }
}

/** What a shape says of the value of one property; `undefined` when a pattern is not decided. */
export function schemasAt({ properties, patterns, additional }: Shape, name: string): readonly Schema[] | undefined {
  const property = properties.get(name);
  if (patterns.length === 0) {
    const schema = property ?? additional;
    return schema === undefined ? [] : [schema];
  }
  const schemas = property === undefined ? [] : [property];
  let matched = property !== undefined;
  for (const [pattern, schema] of patterns) {
    const verdict = matches(pattern, name);
    if (verdict === undefined) return undefined;
    if (verdict) schemas.push(schema);
    matched ||= verdict;
  }
  return matched || additional === undefined ? schemas : [additional];
}
