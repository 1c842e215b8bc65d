import { describe, expect, test } from 'vitest';
import { Inclusions } from '../../../../diff/schema/inclusion/inclusion.js';
import type { Json } from '../../../../openapi/source/json.js';
import { modelsOf } from '../../../../scripts/bench/containment/models-of.js';

interface Case {
  readonly left: Json;
  readonly right: Json;
  /** Absent: included. */
  readonly witness?: Json;
}

const pairs = '^(?:ab)*$';

const cases: readonly (readonly [name: string, Case])[] = [
  [
    'a text that leads back to the start of its pattern',
    { left: { type: 'string', minLength: 1, pattern: pairs }, right: { maxLength: 2 }, witness: 'abab' },
  ],
  [
    'a line break, which "." does not match',
    { left: { type: 'string', minLength: 1 }, right: { pattern: '.' }, witness: '\n' },
  ],
  ['a text that is no expression', { left: { type: 'string' }, right: { format: 'regex' }, witness: '(' }],
  [
    'more different items than there are values',
    { left: { items: { type: 'boolean' }, minItems: 3, uniqueItems: true, type: 'array' }, right: { items: false } },
  ],
  [
    'as many different items as there are values',
    {
      left: { items: { type: 'boolean' }, minItems: 2, uniqueItems: true, type: 'array' },
      right: { items: { const: true } },
      witness: [false, true],
    },
  ],
  ['a text of an odd length', { left: { type: 'string', minLength: 3, maxLength: 3, pattern: pairs }, right: false }],
];

describe('what one schema sends another', () => {
  test.each(cases)('%s', async (_, { left, right, witness }) => {
    const models = await modelsOf({ L: left, R: right });
    const [from, to] = [models.get('L'), models.get('R')];
    if (from === undefined || to === undefined) throw new TypeError('The schemas are missing.');
    const answer = witness === undefined ? { kind: 'included' } : { kind: 'refuted', witness };
    expect(new Inclusions('open').decide([from], [to])).toEqual(answer);
  });
});
