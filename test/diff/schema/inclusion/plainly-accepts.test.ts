import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainlyAccepts } from '../../../../diff/schema/inclusion/plainly-accepts.js';
import { Solver, TooMuchWork } from '../../../../diff/schema/inclusion/solver.js';
import type { Schema } from '../../../../openapi/model/schema.js';
import type { Json } from '../../../../openapi/source/json.js';
import { modelsOf } from '../../../../scripts/bench/containment/models-of.js';
import { runs, seed, timeout } from '../../../fuzz.js';
import { pairs, recursive } from './arbitrary.js';

const NAME = { type: 'string', minLength: 1 };
const OBJECT = { type: 'object', properties: { name: NAME } };

async function models(sender: Json, receiver: Json): Promise<readonly [Schema, Schema]> {
  const all = await modelsOf({ S: sender, T: receiver, R: recursive });
  const [from, to] = [all.get('S'), all.get('T')];
  if (from === undefined || to === undefined) throw new TypeError('The schemas are missing.');
  return [from, to];
}

/** What is accepted plainly from a sender that writes declared properties only, and from one that writes any. */
async function asked(sender: Json, receiver: Json): Promise<{ readonly closed: boolean; readonly open: boolean }> {
  const [from, to] = await models(sender, receiver);
  const { sameness } = new Solver().literals;
  return { closed: plainlyAccepts(to, [from], true, sameness), open: plainlyAccepts(to, [from], false, sameness) };
}

const BOTH = { closed: true, open: true };
const CLOSED = { closed: true, open: false };
const NEITHER = { closed: false, open: false };

const cases: readonly (readonly [name: string, sender: Json, receiver: Json, answer: typeof NEITHER])[] = [
  ['a property that both describe alike', OBJECT, { properties: { name: { minLength: 1, type: 'string' } } }, BOTH],
  ['a property that the sender does not name', OBJECT, { properties: { size: NAME } }, CLOSED],
  ['a property of another kind', OBJECT, { properties: { name: { type: 'string' } } }, NEITHER],
  ['a property that the sender only needs', { required: ['size'] }, { properties: { size: NAME } }, NEITHER],
  ['a property that a list of values may hold', { enum: [{ size: 1 }] }, { properties: { size: NAME } }, NEITHER],
  [
    'a property that a map may hold',
    { ...OBJECT, additionalProperties: { type: 'integer' } },
    { properties: { size: NAME } },
    NEITHER,
  ],
  [
    'a property of an alternative that describes it alike',
    { anyOf: [OBJECT, { type: 'object' }] },
    { properties: { name: NAME } },
    CLOSED,
  ],
  [
    'a property of an alternative that describes it in another way',
    { anyOf: [OBJECT, { properties: { name: { type: 'string' } } }] },
    { properties: { name: NAME } },
    NEITHER,
  ],
  ['one of several alternatives', OBJECT, { anyOf: [{ type: 'array' }, OBJECT] }, BOTH],
  ['exactly one of several alternatives', OBJECT, { oneOf: [{ type: 'array' }, OBJECT] }, NEITHER],
  ['a property that is needed', OBJECT, { required: ['name'] }, NEITHER],
  [
    'a property that an alternative needs and another describes',
    { anyOf: [OBJECT, { required: ['name'] }] },
    { properties: { name: NAME } },
    NEITHER,
  ],
  ['a property that both need', { ...OBJECT, required: ['name'] }, { required: ['name'] }, BOTH],
  ['fewer types', { properties: { name: NAME } }, OBJECT, NEITHER],
  ['more types', OBJECT, { type: ['object', 'null'] }, BOTH],
  ['a list of more texts', { enum: ['a', 'b'] }, { enum: ['c', 'b', 'a'] }, BOTH],
  ['a list of more texts of which one is taken', { enum: ['a', 'b'] }, { enum: ['a', 'b'], const: 'a' }, NEITHER],
  ['a list of fewer texts', { enum: ['a', 'b'] }, { enum: ['a'] }, NEITHER],
  ['a list of numbers, which may be written in several ways', { enum: [1] }, { enum: [1, 2] }, NEITHER],
];

describe('what is plainly accepted', () => {
  test.each(cases)('%s', async (_, sender, receiver, answer) => {
    expect(await asked(sender, receiver)).toEqual(answer);
  });

  test('a schema that leads back to itself is left to the solver', async () => {
    expect(await asked(OBJECT, { $ref: '#/components/schemas/R' })).toEqual(NEITHER);
  });
});

const PAIRS = 1_500;

test('no value refutes what is plainly accepted of random schemas', { timeout: timeout(PAIRS) }, async () => {
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(pairs, fc.boolean(), async ([left, right], isClosed) => {
      const [from, to] = await models(left, right);
      const solver = new Solver();
      const { literals } = solver;
      if (!plainlyAccepts(to, [from], isClosed, literals.sameness)) return;
      accepted++;
      try {
        const answer = solver.solve([literals.of(from, false, isClosed), literals.of(to, true)]);
        expect(answer.kind).not.toEqual('value');
      } catch (error) {
        if (!(error instanceof TooMuchWork)) throw error;
      }
    }),
    { numRuns: runs(PAIRS), seed: seed(20260102) },
  );
  expect(accepted).toBeGreaterThan(runs(PAIRS) / 50);
});
