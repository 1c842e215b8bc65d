import type { Finding, FindingImpact } from './finding.js';

/** The worst first. What is not known to be safe stands before what is. */
const IMPACT_ORDER: readonly FindingImpact[] = ['breaking', 'undecided', 'unclassified', 'dangerous', 'non-breaking'];

/** The worst impact among findings; `undefined` where there are none. */
export function worstImpact(findings: readonly Pick<Finding, 'impact'>[]): FindingImpact | undefined {
  return IMPACT_ORDER.find((impact) => findings.some((finding) => finding.impact === impact));
}

/** A total order that depends on what the findings say only. */
export function orderFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      IMPACT_ORDER.indexOf(a.impact) - IMPACT_ORDER.indexOf(b.impact) ||
      compare(a.resource, b.resource) ||
      compare(a.where, b.where) ||
      compare(a.rule, b.rule) ||
      compare(a.message, b.message) ||
      compare(a.base?.pointer ?? '', b.base?.pointer ?? '') ||
      compare(a.revision?.pointer ?? '', b.revision?.pointer ?? '') ||
      compare(a.operations.join('\n'), b.operations.join('\n')),
  );
}

/** By code units, so that no locale has a say. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
