import type { Schema, SchemaFacets } from '../../../openapi/model/schema.js';
import type { Json } from '../../../openapi/source/json.js';
import { canonical } from '../../../openapi/source/stringify.js';
import { bare } from './bare.js';
import { assertedFormat } from './formats.js';

const FACETS: readonly (keyof SchemaFacets)[] = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minContains',
  'maxContains',
  'minProperties',
  'maxProperties',
];

const CHILDREN = [
  ...(['additionalProperties', 'unevaluatedProperties', 'propertyNames'] as const),
  ...(['items', 'unevaluatedItems', 'contains', 'not', 'if', 'then', 'else'] as const),
];
const LISTS = ['prefixItems', 'allOf', 'anyOf', 'oneOf'] as const;
const MAPS = ['properties', 'patternProperties', 'dependentSchemas'] as const;

interface Pair {
  readonly a: Schema;
  readonly b: Schema;
  /** The pair that led here. */
  readonly from: Pair | undefined;
}

/**
 * Whether two schemas, of one document or of two, say the same in the same words. Recursive schemas are the same when no
 * difference can be reached. Pairs found equal are merged and pairs found different are remembered, so that comparing all pairs of
 * two documents takes about the time of reading both.
 */
export class Sameness {
  readonly #leader = new WeakMap<Schema, Schema>();
  readonly #different = new WeakMap<Schema, WeakSet<Schema>>();

  same(first: Schema, second: Schema): boolean {
    const a = this.#find(bare(first));
    const b = this.#find(bare(second));
    if (a === b) return true;
    if (this.#different.get(a)?.has(b) === true) return false;
    // Most are different at first sight.
    if (sameWords(a, b)) return this.#sameThroughout(a, b);
    this.#distinguish({ a, b, from: undefined });
    return false;
  }

  #sameThroughout(first: Schema, second: Schema): boolean {
    const pending: Pair[] = [];
    const assumed = new Map<Schema, Set<Schema>>();
    const found: Pair[] = [];
    const push = (a: Schema, b: Schema, from: Pair | undefined): boolean => {
      const left = this.#find(bare(a));
      const right = this.#find(bare(b));
      if (left === right) return true;
      if (this.#different.get(left)?.has(right) === true) return false;
      const seen = assumed.get(left);
      if (seen?.has(right) === true) return true;
      if (seen === undefined) assumed.set(left, new Set([right]));
      else seen.add(right);
      pending.push({ a: left, b: right, from });
      return true;
    };
    if (!push(first, second, undefined)) return false;
    for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
      const from = pair;
      if (!sameWords(pair.a, pair.b) || !eachChild(pair.a, pair.b, (a, b) => push(a, b, from))) {
        this.#distinguish(pair);
        return false;
      }
      found.push(pair);
    }
    for (const { a, b } of found) this.#leader.set(this.#find(b), this.#find(a));
    return true;
  }

  /** A difference makes every pair on the way to it different. */
  #distinguish(pair: Pair): void {
    for (let one: Pair | undefined = pair; one !== undefined; one = one.from) {
      const known = this.#different.get(one.a);
      if (known === undefined) this.#different.set(one.a, new WeakSet([one.b]));
      else known.add(one.b);
    }
  }

  #find(schema: Schema): Schema {
    let leader = schema;
    for (let next = this.#leader.get(leader); next !== undefined && next !== leader; next = this.#leader.get(leader))
      leader = next;
    if (leader !== schema) this.#leader.set(schema, leader);
    return leader;
  }
}

function sameWords(a: Schema, b: Schema): boolean {
  if (a.unresolved === true || b.unresolved === true) return false;
  if (a.dynamicRef !== undefined || b.dynamicRef !== undefined) return false;
  if (a.always !== b.always) return false;
  for (const facet of FACETS) if (a.facets[facet] !== b.facets[facet]) return false;
  if (assertedFormat(a.facets.format) !== assertedFormat(b.facets.format)) return false;
  return (
    sameSet(a.types, b.types) &&
    sameSet(a.required, b.required) &&
    sameValues(a, b) &&
    a.dependentRequired.size === b.dependentRequired.size &&
    (a.dependentRequired.size === 0 ||
      [...a.dependentRequired].every(([name, names]) => sameSet(names, b.dependentRequired.get(name))))
  );
}

function sameSet(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.length !== b.length) return false;
  if (a.every((item, index) => item === b[index])) return true;
  const items = new Set(b);
  return items.size === new Set(a).size && a.every((item) => items.has(item));
}

function sameValues(a: Schema, b: Schema): boolean {
  if ((a.const === undefined) !== (b.const === undefined)) return false;
  if (a.const !== undefined && b.const !== undefined && !sameValue(a.const, b.const)) return false;
  if (a.enum === undefined || b.enum === undefined) return a.enum === b.enum;
  if (a.enum.length !== b.enum.length) return false;
  const other = b.enum;
  if (a.enum.every((value, index) => sameValue(value, other[index] ?? null))) return true;
  const values = new Set(other.map(canonical));
  return a.enum.every((value) => values.has(canonical(value)));
}

function sameValue(a: Json, b: Json): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && canonical(a) === canonical(b));
}

/** Calls back for each pair of children that have the same place; `false` when a place is empty on one side. */
function eachChild(a: Schema, b: Schema, visit: (a: Schema, b: Schema) => boolean): boolean {
  if ((a.ref === undefined) !== (b.ref === undefined)) return false;
  if (a.ref !== undefined && b.ref !== undefined && !visit(a.ref.target, b.ref.target)) return false;
  for (const keyword of CHILDREN) {
    const left = a[keyword];
    const right = b[keyword];
    if (left === undefined && right === undefined) continue;
    if (left === undefined || right === undefined || !visit(left, right)) return false;
  }
  for (const keyword of LISTS) {
    const left = a[keyword];
    const right = b[keyword];
    if (left.length !== right.length) return false;
    for (let index = 0; index < left.length; index++) {
      const child = left[index];
      const other = right[index];
      if (child === undefined || other === undefined || !visit(child, other)) return false;
    }
  }
  for (const keyword of MAPS) {
    const left = a[keyword];
    const right = b[keyword];
    if (left.size !== right.size) return false;
    for (const [name, child] of left) {
      const other = right.get(name);
      if (other === undefined || !visit(child, other)) return false;
    }
  }
  return true;
}
