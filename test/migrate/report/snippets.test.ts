import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { MigrationReport } from '../../../migrate/report/migration-report.js';
import { root } from '../../shared.js';
import { compile, snippetsOf } from './snippets.js';

const PAIRS = [
  ['2.13', '2.14'],
  ['2.15', 'preview'],
  ['2.13', 'preview'],
] as const;

/** As it is generated, beside the clients that it names. */
function reportOf(from: string, to: string): MigrationReport {
  return JSON.parse(readFileSync(join(root, `generated/intercom/migrations/${from}..${to}/report.json`), 'utf8'));
}

describe.each(PAIRS)('the code from %s to %s', (from, to) => {
  test('compiles against the clients of its side', async () => {
    const report = reportOf(from, to);
    const pieces = [...snippetsOf(report, 'before'), ...snippetsOf(report, 'after')];
    expect(await compile(pieces)).toEqual([]);
    expect(pieces.length).toBeGreaterThan(60);
  });

  test('of before no longer compiles where the type check is said to find the places', async () => {
    const report = reportOf(from, to);
    const errors = await compile(snippetsOf(report, 'stale'));
    const broken = new Set(errors.map((error) => error.split(':')[0]));
    const missed = report.sections.flatMap(({ cards }) =>
      cards.flatMap(({ id, tool, code, what }) =>
        tool?.how.includes('type check') === true && typeof code?.before === 'string' && !broken.has(id) ? [what] : [],
      ),
    );
    expect(missed).toEqual([]);
    expect(broken.size).toBeGreaterThan(4);
  });
});
