import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  array,
  assert,
  boolean,
  constantFrom,
  dictionary,
  integer,
  letrec,
  oneof,
  property,
  record,
  string,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CompactProofs } from '../../../../diff/schema/inclusion/compact-proofs.js';
import type { PlainSchema } from '../../../../diff/schema/inclusion/plain-assertion.js';
import { THEN } from '../../../../diff/schema/inclusion/then.js';
import { runs, seed } from '../../../fuzz.js';

function compact(proofs: readonly PlainSchema[], definitions: Readonly<Record<string, PlainSchema>> = {}) {
  const all = new CompactProofs(definitions);
  return { proofs: all.of(proofs), definitions: all.definitions };
}

describe('a proof is written so that a validator has the least to do with it', () => {
  test('what holds together stands side by side', () => {
    const list = {
      allOf: [{ type: ['array'] }, { maxItems: 10 }, { items: { type: ['string'] } }, { not: { maxItems: 5 } }],
    };
    expect(compact([list])).toEqual({
      proofs: [{ type: ['array'], maxItems: 10, items: { type: ['string'] }, not: { maxItems: 5 } }],
      definitions: {},
    });
  });

  test('what says the same of a type is said once, and properties of several names stand together', () => {
    const object = { type: ['object'] };
    const list = { allOf: [object, { properties: { a: { minimum: 1 } } }, object, { properties: { b: false } }] };
    expect(compact([list]).proofs).toEqual([{ type: ['object'], properties: { a: { minimum: 1 }, b: false } }]);
  });

  test.each<[string, PlainSchema, PlainSchema, PlainSchema]>([
    ['types', { type: ['string', 'number', 'null'] }, { type: ['integer', 'string'] }, { type: ['string', 'integer'] }],
    ['one type', { type: ['array', 'null'] }, { type: 'array', minItems: 1 }, { type: ['array'], minItems: 1 }],
    ['names', { required: ['a', 'b'] }, { required: ['b', 'c'] }, { required: ['a', 'b', 'c'] }],
    [
      'a property',
      { properties: { a: { minimum: 1 } } },
      { properties: { a: { maximum: 2 }, b: false } },
      { properties: { a: { minimum: 1, maximum: 2 }, b: false } },
    ],
    ['the same', { not: { enum: [1] } }, { not: { enum: [1] }, minimum: 1 }, { not: { enum: [1] }, minimum: 1 }],
  ])('what two say of %s is said once', (_, first, second, both) => {
    expect(compact([{ allOf: [first, second] }]).proofs).toEqual([both]);
  });

  test.each<[string, PlainSchema, PlainSchema]>([
    ['another demand of the same kind', { minimum: 1 }, { minimum: 2 }],
    ['a type that is none of these', { type: ['number'] }, { type: ['string'] }],
    ['what is denied', { not: { minimum: 1 } }, { not: { maximum: 2 } }],
    ['another condition', { if: { minimum: 1 }, [THEN]: false }, { if: { maximum: 2 }, [THEN]: { enum: [1] } }],
    ['the first items', { items: { minimum: 1 } }, { prefixItems: [{ maximum: 2 }] }],
    ['the items', { prefixItems: [{ maximum: 2 }] }, { items: { minimum: 1 } }],
    ['nothing', { minimum: 1 }, false],
  ])('%s stays apart', (_, first, second) => {
    expect(compact([{ allOf: [first, second] }]).proofs).toEqual([
      { ...(first as Record<string, unknown>), allOf: [second] },
    ]);
  });

  test('a definition that is used once, or is small, stands where it is used', () => {
    const once = { properties: { a: { $ref: '#/$defs/small' } } };
    const proofs = [{ $ref: '#/$defs/once' }, { not: { $ref: '#/$defs/small' } }];
    expect(compact(proofs, { once, small: { type: ['string'] } })).toEqual({
      proofs: [{ properties: { a: { type: ['string'] } } }, { not: { type: ['string'] } }],
      definitions: {},
    });
  });

  test('a larger one that is used more often, or a very large one, stays by itself', () => {
    const named = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, { minimum: index }]));
    const often = { properties: named(20) };
    const large = { properties: named(200) };
    const proofs = [{ $ref: '#/$defs/often' }, { not: { $ref: '#/$defs/often' } }, { $ref: '#/$defs/large' }];
    expect(compact(proofs, { often, large })).toEqual({ proofs, definitions: { often, large } });
  });

  test('names of properties are only names', () => {
    const named = (name: string, proof: PlainSchema) => ({ properties: Object.fromEntries([[name, proof]]) });
    const list = {
      allOf: [named('__proto__', { minimum: 1 }), named('constructor', false), named('allOf', { minimum: 2 })],
    };
    const names = new Map<string, PlainSchema>([
      ['__proto__', { minimum: 1 }],
      ['constructor', false],
      ['allOf', { minimum: 2 }],
    ]);
    expect(compact([list]).proofs).toEqual([{ properties: Object.fromEntries(names) }]);
    expect(Object.keys((compact([list]).proofs[0] as { readonly properties: object }).properties)).toEqual([
      ...names.keys(),
    ]);
  });
});

test('a proof means the same however it is written', () => {
  const { proof } = letrec<{ proof: PlainSchema }>((tie) => ({
    proof: oneof(
      { maxDepth: 4 },
      boolean(),
      constantFrom<PlainSchema>(
        { type: ['object'] },
        { type: ['array'] },
        { type: ['integer'] },
        { $ref: '#/$defs/d' },
      ),
      integer({ min: 0, max: 3 }).map((minimum) => ({ minimum })),
      array(string({ maxLength: 1 }), { maxLength: 2 }).map((required) => ({ required })),
      array(tie('proof'), { minLength: 1, maxLength: 4 }).map((allOf) => ({ allOf })),
      array(tie('proof'), { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
      array(tie('proof'), { minLength: 1, maxLength: 3 }).map((prefixItems) => ({ prefixItems })),
      tie('proof').map((not) => ({ not })),
      tie('proof').map((items) => ({ items })),
      record({ if: tie('proof'), [THEN]: tie('proof') }),
      dictionary(constantFrom('a', 'b', '__proto__'), tie('proof'), { maxKeys: 2 }).map((properties) => ({
        properties,
      })),
    ),
  }));
  const values = [0, 2, 'a', [], [1, 3], [{ a: 1 }, 0], {}, { a: 1 }, { a: { b: 2 }, b: [0] }, null];
  const verdicts = (schema: PlainSchema, d: PlainSchema) => {
    const validate = new Ajv2020({ strict: false, validateSchema: false, ownProperties: true }).compile({
      allOf: [schema],
      $defs: { d },
    });
    return values.map((value) => validate(value));
  };
  const definition = {
    type: ['object'],
    properties: { a: { minimum: 1 }, b: { items: { minimum: 1 } } },
    required: ['a'],
  };
  assert(
    property(proof, (stated) => {
      const { proofs, definitions } = compact([stated], { d: definition });
      expect(verdicts(proofs[0] ?? false, definitions['d'] ?? true)).toEqual(verdicts(stated, definition));
    }),
    { numRuns: runs(500), seed: seed(3) },
  );
});
