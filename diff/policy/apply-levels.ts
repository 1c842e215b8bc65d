import type { FindingImpact } from '../finding.js';
import type { Judged } from '../judge.js';
import { decideLevel, type LevelDecision, type LevelEntry } from './policy.js';

/** Findings with their levels, and how many a level of `off` took out. */
export interface LeveledFindings {
  readonly judged: readonly Judged[];
  readonly off: number;
}

/** Gives each finding its level. What is off is left out of the report and of every verdict. */
export function applyLevels(judged: readonly Judged[], entries: readonly LevelEntry[]): LeveledFindings {
  if (entries.length === 0) return withoutOff(judged);
  // Findings of one rule share few combinations of impact and direction, and a rule may have thousands of findings.
  const known = new Map<string, LevelDecision>();
  return withoutOff(
    judged.map((one) => {
      const { rule, impact, contract, direction, level: start } = one.finding;
      const key = `${rule} ${impact satisfies FindingImpact} ${contract} ${direction} ${start}`;
      const { level, reason } = known.get(key) ?? decideLevel(entries, one.finding);
      known.set(key, { level, reason });
      return reason === null ? one : { ...one, finding: { ...one.finding, level, levelReason: reason } };
    }),
  );
}

function withoutOff(judged: readonly Judged[]): LeveledFindings {
  const kept = judged.filter(({ finding }) => finding.level !== 'off');
  return { judged: kept, off: judged.length - kept.length };
}
