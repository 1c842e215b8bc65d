import fc from 'fast-check';
import type { Json, JsonObject } from '../../../openapi/source/json.js';

type Fields = Record<string, Json>;

/** A schema S that may refer to the components A and B. */
export interface UnionSchemas {
  readonly S: Json;
  readonly A: Json;
  readonly B: Json;
}

const NAMES = ['a', 'b', 'k'] as const;
const VALUES: readonly Json[] = [null, true, 0, 1, 2, 'a', 'b', 'ab'];

const small = fc.integer({ min: 0, max: 2 });
const kind = fc.constantFrom<Json>({ const: 'a' }, { const: 'b' }, { enum: ['a', 'b'] }, { type: 'string' });
const names = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 2 });
const reference = fc.constantFrom<Json>({ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' });

/** Fields of which some are left out. */
function some(fields: Record<string, fc.Arbitrary<Json>>): fc.Arbitrary<Fields> {
  const entries = Object.entries(fields).map(([name, arbitrary]) => [
    name,
    fc.option(arbitrary, { nil: undefined, freq: 2 }),
  ]);
  return fc.record(Object.fromEntries(entries)).map((all: Record<string, Json | undefined>) => {
    const kept: Fields = {};
    for (const [name, one] of Object.entries(all)) if (one !== undefined) kept[name] = one;
    return kept;
  });
}

const leaf: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>({}, { type: 'null' }, { type: 'string' }, { type: 'number' }, { type: 'integer' }),
  fc.constantFrom<Json>({ type: 'object' }, { type: 'array' }, { type: ['string', 'null'] }, { type: 'boolean' }),
  fc.uniqueArray(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 3 }).map((all): Json => ({ enum: all })),
  fc.constantFrom(...VALUES).map((one): Json => ({ const: one })),
  small.map((minimum): Json => ({ type: 'integer', minimum })),
  small.map((maxLength): Json => ({ type: 'string', maxLength })),
  small.map((minItems): Json => ({ type: 'array', minItems })),
  names.map((required): Json => ({ required })),
);

const { schema } = fc.letrec<{ schema: Json; deep: Json; union: Json; object: Json }>((tie) => {
  const sub = tie('schema');
  const list = fc.array(sub, { minLength: 1, maxLength: 3 });
  const object = some({
    type: fc.constant('object'),
    properties: fc.dictionary(fc.constantFrom('a', 'b'), sub, { maxKeys: 2, noNullPrototype: true }),
    required: names,
    additionalProperties: fc.constantFrom<Json>(true, false),
  });
  const tagged = fc.record({ k: kind, rest: object }).map(
    ({ k, rest }): Json => ({
      ...rest,
      type: 'object',
      properties: { ...(rest['properties'] as JsonObject | undefined), k },
      required: ['k'],
    }),
  );
  const around = fc.oneof(object, some({ type: fc.constantFrom('object', 'string', 'array', 'number') }));
  return {
    schema: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, tie('deep')),
    object: fc.oneof(object, tagged),
    union: fc.oneof(
      list.map((anyOf): Json => ({ anyOf })),
      list.map((oneOf): Json => ({ oneOf })),
      fc.array(tagged, { minLength: 2, maxLength: 3 }).map((oneOf): Json => ({ oneOf })),
      fc.array(tagged, { minLength: 2, maxLength: 3 }).map((anyOf): Json => ({ anyOf })),
      fc
        .tuple(fc.array(tagged, { minLength: 2, maxLength: 2 }))
        .map(([oneOf]): Json => ({ oneOf, discriminator: { propertyName: 'k' } })),
      fc.tuple(list, fc.constantFrom('anyOf', 'oneOf'), around).map(
        ([all, keyword, beside]): Json => ({
          ...beside,
          [keyword]: all,
        }),
      ),
    ),
    deep: fc.oneof(
      { weight: 4, arbitrary: tie('union') },
      { weight: 3, arbitrary: tie('object') },
      { weight: 1, arbitrary: reference },
      { weight: 1, arbitrary: list.map((allOf): Json => ({ allOf })) },
      { weight: 1, arbitrary: sub.map((items): Json => ({ type: 'array', items })) },
    ),
  };
});

const plain = fc.oneof(
  leaf,
  names.map(
    (required): Json => ({
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'integer' } },
      required,
    }),
  ),
);

/** A schema and one that differs from it in a place or two, or has nothing to do with it. */
export const unionPairs: fc.Arbitrary<readonly [UnionSchemas, UnionSchemas]> = fc
  .record({
    base: fc.record({ S: schema, A: plain, B: plain }),
    other: fc.record({ S: schema, A: plain, B: plain }),
    by: schema,
    again: leaf,
    places: fc.tuple(fc.nat(), fc.nat()),
    way: fc.nat({ max: 9 }),
    swap: fc.boolean(),
  })
  .map(({ base, other, by, again, places: [first, second], way, swap }) => {
    let revision = other;
    if (way > 1) revision = changed(base, by, first);
    if (way > 6) revision = changed(revision, again, second);
    return swap ? [revision, base] : [base, revision];
  });

function changed(all: UnionSchemas, by: Json, at: number): UnionSchemas {
  const whole = { ...all };
  const count = placesIn(whole);
  // What stands at a place is replaced, whatever it is; the three schemas stay.
  return replaced(whole, by, 1 + (at % Math.max(1, count - 1))) as UnionSchemas;
}

function placesIn(json: unknown): number {
  if (typeof json !== 'object' || json === null) return 0;
  const own = Array.isArray(json) ? 0 : 1;
  return Object.entries(json).reduce((sum, [key, one]) => sum + (key === 'discriminator' ? 0 : placesIn(one)), own);
}

/** The n-th object replaced: a schema by another, or with a keyword less, or a list with a schema less. */
function replaced(json: unknown, by: Json, at: number): unknown {
  let count = at;
  const visit = (node: unknown, key: string): unknown => {
    if (typeof node !== 'object' || node === null || key === 'discriminator') return node;
    if (Array.isArray(node)) return node.map((one: unknown) => visit(one, ''));
    if (count-- === 0) return key === 'properties' ? { a: by } : by;
    return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, visit(child, name)]));
  };
  return visit(json, '');
}
