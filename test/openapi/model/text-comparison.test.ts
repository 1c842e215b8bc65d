import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Keys, TextComparison } from '../../../openapi/model/text-comparison.js';
import type { Json } from '../../../openapi/source/json.js';
import { runs, seed } from '../../fuzz.js';

const IGNORED = new Set(['description', 'example']);
const KEYS = ['$ref', 'description', 'example', 'properties', 'discriminator', 'mapping', 'enum', 'items', 'x-a', 'a'];

const value: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom<Json>('#/components/schemas/A', 'B', 'text', 1, null, true),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 4 }),
  ),
})).value;

/** What is found of two texts, and which references were met on the way. */
function compared(base: Json, revision: Json, keys: Keys, known: (reference: string) => boolean) {
  const references: string[] = [];
  const text = new TextComparison(IGNORED, (reference) => references.push(reference) > 0 && known(reference));
  return { isEqual: text.equal(base, revision, keys), references };
}

test('of a value that two documents share the same is found as of two values of one text', () => {
  fc.assert(
    fc.property(
      value,
      fc.constantFrom<Keys>('words', 'names', 'data', 'any'),
      fc.boolean(),
      (shared, keys, knowsAll) => {
        const known = (reference: string): boolean => knowsAll || reference.startsWith('#');
        expect(compared(shared, shared, keys, known)).toEqual(compared(shared, structuredClone(shared), keys, known));
      },
    ),
    { seed: seed(5), numRuns: runs(2_000) },
  );
});

test('a shared value that refers to what is not the same is not the same, unless the reference means nothing', () => {
  const none = () => false;
  const [plain, ignored] = [{ items: [{ $ref: 'A' }] }, { example: { $ref: 'A' }, items: [] }];
  const data = { default: { $ref: 'A' }, discriminator: { mapping: {} } };
  expect([plain, ignored, data].map((value) => compared(value, value, 'words', none))).toEqual([
    { isEqual: false, references: ['A'] },
    { isEqual: true, references: [] },
    { isEqual: true, references: [] },
  ]);
});
