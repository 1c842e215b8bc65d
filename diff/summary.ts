import type { DiffSummary, Finding, FindingImpact } from './finding.js';
import { requiredBump } from './gate/required-bump.js';
import type { Level } from './rules/rule.js';

/** Counts the findings; `off` is the number of those that levels left out. */
export function summarize(findings: readonly Finding[], off = 0): DiffSummary {
  const count = (impact: FindingImpact): number => findings.filter((finding) => finding.impact === impact).length;
  const loud = (level: Level): number => findings.filter((finding) => finding.level === level).length;
  return {
    breaking: count('breaking'),
    dangerous: count('dangerous'),
    nonBreaking: count('non-breaking'),
    unclassified: count('unclassified'),
    undecided: count('undecided'),
    levels: { error: loud('error'), warning: loud('warning'), info: loud('info'), off },
    requiredBump: requiredBump(findings),
  };
}
