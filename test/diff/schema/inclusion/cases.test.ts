import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Inclusion, Inclusions, type Reading } from '../../../../diff/schema/inclusion/inclusion.js';
import { field, isObject, type Json } from '../../../../openapi/source/json.js';
import { hasShared, shared } from '../../../shared.js';
import { modelsOf, validators } from './oracle.js';
import { To2020 } from './to-2020.js';

interface Case {
  /** Absent for closed senders. */
  readonly id?: number;
  readonly s1: Json;
  readonly s2: Json;
  readonly expected: boolean;
  readonly draft?: string;
  readonly keywords?: readonly string[];
}

type Outcome = 'right' | 'undecided' | 'unreadable' | 'contested' | 'wrong';

function casesIn(file: string): readonly Case[] {
  const { cases }: { cases: readonly Case[] } = JSON.parse(readFileSync(join(shared, 'containment', file), 'utf8'));
  return cases;
}

/** Formats that the validator does not know, or that a case takes for annotations: they say nothing there, or nothing here. */
const OTHER_READING = /"format"/;

/** On decimal digits every multiple of 3 is one of 0.3; this case counts with binary fractions. */
const BINARY = new Set([3360]);

async function outcomeOf(one: Case, reading: Reading): Promise<Outcome> {
  const { draft = 'draft2020-12' } = one;
  const components = {
    A: new To2020(draft, '#/components/schemas/A').convert(one.s1),
    B: new To2020(draft, '#/components/schemas/B').convert(one.s2),
  };
  let answer: Inclusion;
  try {
    const models = await modelsOf(components);
    const [left, right] = [models.get('A'), models.get('B')];
    if (left === undefined || right === undefined) return 'unreadable';
    answer = new Inclusions(reading).decide([left], [right]);
  } catch (error) {
    // References to addresses, and keywords that are none.
    if (error instanceof Error && 'diagnostics' in error) return 'unreadable';
    throw error;
  }
  if (answer.kind === 'undecided') return 'undecided';
  if ((answer.kind === 'included') === one.expected) return 'right';
  if (answer.kind === 'refuted') return isConfirmed(components, answer.witness) ? 'contested' : 'wrong';
  return isListedAndAccepted(components, one.s1) ||
    OTHER_READING.test(JSON.stringify([one.s1, one.s2])) ||
    isBinary(one)
    ? 'contested'
    : 'wrong';
}

function isBinary({ id }: Case): boolean {
  return id !== undefined && BINARY.has(id);
}

/** Whether the left side is one value, which the validator accepts on the right. */
function isListedAndAccepted(components: { readonly [name: string]: Json }, left: Json): boolean {
  const value = isObject(left) ? field(left, 'const') : undefined;
  return value !== undefined && validators(components, ['B'])[0]?.(value) === true;
}

function isConfirmed(components: { readonly [name: string]: Json }, witness: Json): boolean {
  const [acceptsLeft, acceptsRight] = validators(components, ['A', 'B']);
  return acceptsLeft?.(witness) === true && acceptsRight?.(witness) === false;
}

async function figures(cases: readonly Case[], reading: Reading): Promise<Record<Outcome, number>> {
  const count: Record<Outcome, number> = { right: 0, undecided: 0, unreadable: 0, contested: 0, wrong: 0 };
  for (const one of cases) count[await outcomeOf(one, reading)]++;
  return count;
}

describe.skipIf(!hasShared)('cases of inclusion collected elsewhere', () => {
  test('in plain JSON Schema', async () => {
    const cases = casesIn('cases.json');
    const count = await figures(cases, 'open');
    process.stdout.write(`${cases.length} cases: ${JSON.stringify(count)}\n`);
    // Contested: the validator confirms our witness, or the case reads formats as annotations or binary fractions as decimal.
    expect(count).toEqual({ right: 2238, undecided: 43, unreadable: 49, contested: 57, wrong: 0 });
    expect((count.right + count.contested) / cases.length).toBeGreaterThan(0.95);
  });

  test('for closed senders', async () => {
    const cases = casesIn('closed-sender-cases.json');
    const count = await figures(cases, 'closed');
    process.stdout.write(`${cases.length} cases of closed senders: ${JSON.stringify(count)}\n`);
    // Undecided: a schema that applies itself to the same value, about which a validator says nothing either.
    expect(count).toEqual({ right: 59, undecided: 2, unreadable: 1, contested: 1, wrong: 0 });
  });
});
