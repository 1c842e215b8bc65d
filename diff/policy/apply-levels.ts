import type { Judged } from '../judge.js';
import { decideLevel, type LevelDecision, type LevelEntry } from './policy.js';

/** Findings with their levels, and how many a policy or a configuration turned off. */
export interface LeveledFindings {
  readonly judged: readonly Judged[];
  readonly off: number;
}

/** Gives each finding its level. What is off is left out of the report and of every verdict. */
export function applyLevels(judged: readonly Judged[], entries: readonly LevelEntry[]): LeveledFindings {
  // Findings of one rule share few combinations of impact and direction, and a rule may have thousands of findings.
  const known = new Map<string, LevelDecision>();
  const kept: Judged[] = [];
  let off = 0;
  for (const one of judged) {
    const { rule, impact, contract, direction, level: start } = one.finding;
    const key = `${rule} ${impact} ${contract} ${direction} ${start}`;
    const decision = known.get(key) ?? decideLevel(entries, one.finding);
    known.set(key, decision);
    const { level, reason } = decision;
    if (level !== 'off')
      kept.push(reason === null ? one : { ...one, finding: { ...one.finding, level, levelReason: reason } });
    // What a rule keeps to itself anyway was not taken out by anybody.
    else if (start !== 'off') off++;
  }
  return { judged: kept, off };
}
