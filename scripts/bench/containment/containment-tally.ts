import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reading } from '../../../diff/schema/inclusion/inclusion.js';
import { type ContainmentCase, type Outcome, outcomeOf } from './containment-case.js';

/** A file of cases, and whether senders are read as closed in it. */
export interface ContainmentSuite {
  readonly name: string;
  readonly file: string;
  readonly reading: Reading;
}

const folder = fileURLToPath(new URL('../../../../shared/containment', import.meta.url));

/** What is decided. The files are not part of the project and may be absent. */
export const CONTAINMENT_SUITES: readonly ContainmentSuite[] = [
  suite('plain JSON Schema', 'cases.json', 'open'),
  suite('closed senders', 'closed-sender-cases.json', 'closed'),
];

function suite(name: string, file: string, reading: Reading): ContainmentSuite {
  return { name, file: join(folder, file), reading };
}

/** How many cases of a suite come to what. */
export type ContainmentTally = Readonly<Record<Outcome, number>>;

/** Decides all cases of a suite and counts. */
export async function tallyContainment({ file, reading }: ContainmentSuite): Promise<ContainmentTally> {
  const { cases }: { cases: readonly ContainmentCase[] } = JSON.parse(readFileSync(file, 'utf8'));
  const count: Record<Outcome, number> = {
    right: 0,
    undecided: 0,
    unreadable: 0,
    validated: 0,
    rewritten: 0,
    decimal: 0,
    wrong: 0,
  };
  for (const one of cases) count[await outcomeOf(one, reading)]++;
  return count;
}

/** How many cases there are, and what share is decided and not wrong. */
export function decidedShare(tally: ContainmentTally): { readonly cases: number; readonly decided: number } {
  const cases = Object.values(tally).reduce((sum, count) => sum + count, 0);
  const open = tally.undecided + tally.unreadable + tally.wrong;
  return { cases, decided: cases === 0 ? 1 : (cases - open) / cases };
}
