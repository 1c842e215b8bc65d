import type { DiffSummary, Finding, FindingImpact } from './finding.js';
import { requiredBump } from './gate/required-bump.js';

export function summarize(findings: readonly Finding[]): DiffSummary {
  const count = (impact: FindingImpact): number => findings.filter((finding) => finding.impact === impact).length;
  return {
    breaking: count('breaking'),
    dangerous: count('dangerous'),
    nonBreaking: count('non-breaking'),
    unclassified: count('unclassified'),
    undecided: count('undecided'),
    requiredBump: requiredBump(findings),
  };
}
