import { expect, test } from 'vitest';
import { diffDocuments } from '../../../diff/diff.js';
import type { DiffOptions } from '../../../diff/diff-options.js';
import { readText } from '../../documents.js';
import { type Api, api, object } from './moves-of.js';

async function removals(base: Api, revision: Api, options: DiffOptions = {}) {
  const { findings } = await diffDocuments(await readText(api(base)), await readText(api(revision)), options);
  const removed = findings.filter(({ rule }) => rule === 'property-removed');
  return removed.map(({ where, impact, level, message }) => [where, impact, level, message]);
}

const WHERE = 'POST /pets → request body → weight';
const REMOVED = 'The optional property "weight" was removed.';
const MOVED = `${REMOVED} What callers send in it is read in another place now.`;
const weight = { body: object('weight: {type: integer}') };

test('what callers send under a former name is lost, where the document says that it is read under another', async () => {
  const mass = { body: object('mass: {type: integer, x-renamed-from: weight}') };
  expect(await removals(weight, mass)).toEqual([[WHERE, 'breaking', 'error', MOVED]]);
});

test('or where a hint says so', async () => {
  const mass = { body: object('mass: {type: integer}') };
  const hint = { from: WHERE, confirmed: true, to: 'POST /pets → request body → mass', place: 'hints.yaml:2:5' };
  expect(await removals(weight, mass, { hints: [hint] })).toEqual([[WHERE, 'breaking', 'error', MOVED]]);
});

test('or where parts of it are read elsewhere', async () => {
  const base = { body: object('weight: {type: object, properties: {grams: {type: integer}}}') };
  const revision = { body: object('grams: {type: integer, x-renamed-from: weight.grams}') };
  expect(await removals(base, revision)).toEqual([[WHERE, 'breaking', 'error', MOVED]]);
});

test('likeness alone proves no loss', async () => {
  const base = { body: object('pet_weight: {type: integer}') };
  const revision = { body: object('petWeight: {type: integer}') };
  const where = 'POST /pets → request body → pet_weight';
  expect(await removals(base, revision)).toEqual([
    [where, 'dangerous', 'warning', 'The optional property "pet_weight" was removed.'],
  ]);
});

test('a policy has the last word on how loudly it is told', async () => {
  const mass = { body: object('mass: {type: integer, x-renamed-from: weight}') };
  const levels = [{ rules: ['property-removed'], level: 'info', reason: 'Known.' }] as const;
  expect(await removals(weight, mass, { levels })).toEqual([[WHERE, 'breaking', 'info', MOVED]]);
});
