import fc from 'fast-check';
import { THEN } from '../../../../diff/schema/inclusion/then.js';
import type { Json, JsonObject } from '../../../../openapi/source/json.js';

type Fields = Record<string, Json>;

const NAMES = ['a', 'b', 'x-1'] as const;
const PATTERNS = ['^a', '^[ab]+$', 'b$', '^x-', '^.{2,}$', '^(?!a)'] as const;
const TYPES = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'] as const;
const SCALARS: readonly Json[] = [null, true, false, 0, 1, 2, 0.5, -1, '', 'a', 'b', 'ab'];

const small = fc.integer({ min: 0, max: 3 });
const value: fc.Arbitrary<Json> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...SCALARS) },
  fc.array(fc.constantFrom(...SCALARS), { maxLength: 2 }),
  fc.dictionary(fc.constantFrom(...NAMES), fc.constantFrom(...SCALARS), { maxKeys: 2, noNullPrototype: true }),
);

function some(fields: Record<string, fc.Arbitrary<Json>>): fc.Arbitrary<Fields> {
  return fc
    .record(
      Object.fromEntries(
        Object.entries(fields).map(([name, arbitrary]) => [name, fc.option(arbitrary, { nil: undefined, freq: 2 })]),
      ),
    )
    .map((all) => {
      const kept: Fields = {};
      for (const [name, one] of Object.entries(all)) if (one !== undefined) kept[name] = one;
      return kept;
    });
}

const { schema } = fc.letrec<{ schema: Json; deep: Json; leaf: Json }>((tie) => {
  const sub = tie('schema');
  const map = fc.dictionary(fc.constantFrom(...NAMES), sub, { maxKeys: 2, noNullPrototype: true });
  const list = fc.array(sub, { minLength: 1, maxLength: 3 });
  const names = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 2 });
  const numbers = some({
    type: fc.constantFrom('integer', 'number'),
    minimum: small,
    exclusiveMinimum: fc.constantFrom(-1, 0, 0.5, 1),
    maximum: fc.integer({ min: 1, max: 4 }),
    exclusiveMaximum: fc.constantFrom(1, 2.5, 3),
    multipleOf: fc.constantFrom(0.5, 1, 2, 3, 1.5),
  });
  const strings = some({
    type: fc.constant('string'),
    minLength: small,
    maxLength: small,
    pattern: fc.constantFrom(...PATTERNS),
  });
  // A format beside lengths that it contradicts is read as a hint, and by the validator as a demand.
  const formats = some({ type: fc.constant('string'), format: fc.constantFrom('date', 'uuid', 'unknown-format') });
  const arrays = some({
    type: fc.constant('array'),
    items: sub,
    prefixItems: fc.array(sub, { minLength: 1, maxLength: 2 }),
    minItems: small,
    maxItems: small,
    uniqueItems: fc.boolean(),
    contains: sub,
    minContains: fc.integer({ min: 0, max: 2 }),
    maxContains: fc.integer({ min: 1, max: 2 }),
  });
  // The validator takes all items for evaluated beside `contains` or a union with `items`, so these stand apart.
  const evaluated = some({ prefixItems: fc.array(sub, { minLength: 1, maxLength: 2 }), unevaluatedItems: sub });
  const objects = some({
    type: fc.constant('object'),
    properties: map,
    required: names,
    additionalProperties: sub,
    patternProperties: fc.dictionary(fc.constantFrom(...PATTERNS), sub, { maxKeys: 1, noNullPrototype: true }),
    propertyNames: fc.oneof(sub, strings),
    minProperties: small,
    maxProperties: small,
    dependentRequired: fc.dictionary(fc.constantFrom(...NAMES), names, { maxKeys: 1, noNullPrototype: true }),
    dependentSchemas: fc.dictionary(fc.constantFrom(...NAMES), sub, { maxKeys: 1, noNullPrototype: true }),
    unevaluatedProperties: sub,
  });
  const plainObjects = some({
    type: fc.constant('object'),
    properties: map,
    required: names,
    additionalProperties: fc.constantFrom<Json>(true, false),
  });
  const applied = some({ anyOf: list, oneOf: list, allOf: list, not: sub });
  const conditions = fc.record({ if: sub, [THEN]: sub, else: sub });
  return {
    schema: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('leaf'), tie('deep')),
    deep: fc.oneof(
      { weight: 3, arbitrary: numbers },
      { weight: 2, arbitrary: strings },
      { weight: 1, arbitrary: formats },
      { weight: 2, arbitrary: arrays },
      { weight: 1, arbitrary: evaluated },
      { weight: 2, arbitrary: objects },
      { weight: 1, arbitrary: fc.tuple(objects, applied).map(([a, b]): Json => ({ ...a, ...b })) },
      { weight: 3, arbitrary: plainObjects },
      { weight: 3, arbitrary: applied },
      { weight: 1, arbitrary: conditions },
      { weight: 1, arbitrary: fc.tuple(plainObjects, applied).map(([a, b]): Json => ({ ...a, ...b })) },
      { weight: 1, arbitrary: fc.constantFrom<Json>({ $ref: '#/components/schemas/R' }) },
    ),
    leaf: fc.oneof(
      fc.constantFrom<Json>(true, false, {}),
      fc.constantFrom(...TYPES).map((type): Json => ({ type })),
      fc.uniqueArray(fc.constantFrom(...TYPES), { minLength: 2, maxLength: 3 }).map((type): Json => ({ type })),
      fc
        .uniqueArray(value, { minLength: 1, maxLength: 3, selector: (one) => JSON.stringify(one) })
        .map((all): Json => ({ enum: all })),
      value.map((one): Json => ({ const: one })),
    ),
  };
});

/** Schemas of every kind, small and overlapping. They may refer to R, which refers to itself. */
export const schemas: fc.Arbitrary<Json> = schema;

/** The recursive schema. */
export const recursive: JsonObject = {
  type: ['object', 'string'],
  properties: { a: { $ref: '#/components/schemas/R' }, b: { type: 'integer' } },
  maxLength: 1,
};

/** A schema and a neighbour of it that differs in one place, or two unrelated ones. */
export const pairs: fc.Arbitrary<readonly [Json, Json]> = fc.oneof(
  fc.tuple(schema, schema),
  fc.tuple(schema, schema, fc.nat(), fc.boolean()).map(([one, other, at, swap]): readonly [Json, Json] => {
    const changed = replaced(one, other, at % Math.max(1, places(one)));
    return swap ? [changed, one] : [one, changed];
  }),
);

/** How many values there are inside a value. */
function places(json: Json): number {
  if (typeof json !== 'object' || json === null) return 1;
  return Object.entries(json).reduce((sum, [, child]) => sum + places(child ?? null), 1);
}

const CHILD = new Set(['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames']);

/** The schema with its n-th subschema replaced, or a keyword left out where there is none. */
function replaced(json: Json, by: Json, at: number): Json {
  let count = at;
  const visit = (node: Json, isSchema: boolean): Json => {
    if (isSchema && !Array.isArray(node) && count-- === 0) return by;
    if (typeof node !== 'object' || node === null) return node;
    if (Array.isArray(node)) return node.map((one: Json) => visit(one, isSchema));
    const copy: Fields = {};
    for (const [key, child] of Object.entries(node)) {
      const inMap = ['properties', 'patternProperties', 'dependentSchemas'].includes(key);
      const isList = ['anyOf', 'oneOf', 'allOf', 'prefixItems'].includes(key);
      if (child === undefined) continue;
      if (!isSchema) copy[key] = visit(child, true);
      else if (inMap) copy[key] = visit(child, false);
      else if (isList || CHILD.has(key)) copy[key] = visit(child, true);
      else if (count-- !== 0) copy[key] = child;
    }
    return copy;
  };
  return visit(json, true);
}
