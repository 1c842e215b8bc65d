import type { Finding, FindingImpact } from './finding.js';

/** The worst first. What is not known to be safe stands before what is. */
const IMPACT_ORDER: readonly FindingImpact[] = ['breaking', 'undecided', 'unclassified', 'dangerous', 'non-breaking'];

/** The worst impact among findings; `undefined` where there are none. */
export function worstImpact(findings: readonly Pick<Finding, 'impact'>[]): FindingImpact | undefined {
  return IMPACT_ORDER.find((impact) => findings.some((finding) => finding.impact === impact));
}

/** Whether a finding does to callers what another does, or worse. */
export function isAtLeastAsBad(one: Pick<Finding, 'impact'>, other: Pick<Finding, 'impact'>): boolean {
  return IMPACT_ORDER.indexOf(one.impact) <= IMPACT_ORDER.indexOf(other.impact);
}

/** A total order that depends on what the findings say only. */
export function orderFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      IMPACT_ORDER.indexOf(a.impact) - IMPACT_ORDER.indexOf(b.impact) ||
      compareText(a.resource, b.resource) ||
      compareText(a.where, b.where) ||
      compareText(a.rule, b.rule) ||
      compareText(a.message, b.message) ||
      compareText(a.base?.pointer ?? '', b.base?.pointer ?? '') ||
      compareText(a.revision?.pointer ?? '', b.revision?.pointer ?? '') ||
      compareText(a.operations.join('\n'), b.operations.join('\n')),
  );
}

/** By code units, so that no locale has a say. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
