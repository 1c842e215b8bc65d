import type { DiffSummary, Finding, FindingImpact, RequiredBump } from './finding.js';

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

function requiredBump(findings: readonly Finding[]): RequiredBump {
  if (findings.some(({ impact }) => impact === 'breaking')) return 'major';
  return findings.length > 0 ? 'minor' : 'none';
}
