import type { JsonType, Schema } from '../../openapi/model/schema.js';
import { type Json, setField } from '../../openapi/source/json.js';
import { conjunctionOf } from '../schema/conjunction.js';
import { type View, viewOf } from '../schema/view.js';

const MAX_DEPTH = 12;

/** Small values a schema probably accepts, the simplest first. A validator has the last word. */
export function samples(schemas: readonly Schema[], depth = 0): readonly Json[] {
  if (depth > MAX_DEPTH) return [];
  const view = viewOf(conjunctionOf(schemas));
  if (view.values !== undefined) return view.values;
  // What the author shows as an example reads best; whether it is one, the validator decides.
  const examples = view.conjunction.members.flatMap((member) => member.examples).filter(isScalar);
  return [...examples, ...plainSamples(view, depth)];
}

function isScalar(value: Json): boolean {
  return typeof value !== 'object' && !(typeof value === 'string' && value.length > 80);
}

function plainSamples(view: View, depth: number): readonly Json[] {
  const types: readonly JsonType[] =
    view.types === undefined ? ['string', 'integer', 'object'] : [...view.types].sort();
  const values = types.flatMap((type) => samplesOfType(type, view, depth));
  for (const { branches } of view.unions)
    for (const branch of branches) values.push(...samples([branch], depth + 1).slice(0, 1));
  if (view.conjunction.nullable && view.types !== undefined) values.push(null);
  return values;
}

function samplesOfType(type: JsonType, view: View, depth: number): readonly Json[] {
  switch (type) {
    case 'null':
      return [null];
    case 'boolean':
      return [true, false];
    case 'integer':
    case 'number':
      return numbers(type, view);
    case 'string':
      return strings(view);
    case 'array':
      return arrays(view, depth);
    case 'object': {
      const object = objectWith(view, view.required, depth);
      return object === undefined ? [] : [object];
    }
  }
}

/** Values at and beside each bound, where two versions that differ in a bound disagree. */
function numbers(type: 'integer' | 'number', { facets }: View): readonly Json[] {
  const step = facets.multipleOf ?? 1;
  const bounds = [facets.minimum, facets.maximum, facets.exclusiveMinimum, facets.exclusiveMaximum];
  const near = bounds.flatMap((bound) => (typeof bound === 'number' ? [bound, bound + 1, bound - 1] : []));
  const values = [1, 0, -1, ...near, Number(step), 2 * Number(step)];
  return type === 'number' ? [...values, 0.5] : values.filter(Number.isInteger);
}

const LONGEST = 1_000;

function strings({ facets }: View): readonly Json[] {
  const lengths = [1, facets.minLength, facets.maxLength, (facets.minLength ?? 0) + 1, (facets.maxLength ?? 0) + 1];
  const known = lengths.filter((length) => length !== undefined && length <= LONGEST);
  return [...new Set(known)].map((length) => 'a'.repeat(length ?? 1)).concat('');
}

function arrays(view: View, depth: number): readonly Json[] {
  const { minItems = 0, maxItems } = view.facets;
  const lengths = [minItems, maxItems, minItems + 1, (maxItems ?? 0) + 1].filter(
    (length) => length !== undefined && length <= 20,
  );
  const item = view.items.length === 0 ? 1 : samples(view.items, depth + 1)[0];
  if (item === undefined) return minItems === 0 ? [[]] : [];
  return [...new Set(lengths)].map((length) => {
    return Array.from({ length: length ?? 0 }, (_, index) => {
      const position = view.prefixItems[index];
      return position === undefined ? item : (samples(position, depth + 1)[0] ?? null);
    });
  });
}

/** An object with the given properties, each as simple as its schema allows; `undefined` when one has no sample. */
export function objectWith(view: View, names: Iterable<string>, depth = 0): Json | undefined {
  const object: Record<string, Json | undefined> = {};
  for (const name of names) {
    const schemas = view.properties.get(name);
    const value = schemas === undefined ? 'a' : samples(schemas, depth + 1)[0];
    if (value === undefined) return undefined;
    setField(object, name, value);
  }
  return object;
}
