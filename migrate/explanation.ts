import type { Change } from '../diff/change.js';
import type { Finding } from '../diff/finding.js';
import type { Payload } from '../diff/payload/payload-around.js';
import { allRules } from '../diff/rules/table.js';
import { textOf } from './changelog-draft/words.js';
import { stepFor } from './step.js';
import { unionStep } from './union-step.js';

/** All there is to say about one finding: to the owner of the API, and to who calls it. */
export interface Explanation {
  readonly finding: Finding;
  /** What happens to a caller; `null` for what no rule judges. */
  readonly why: string | null;
  /** What the owner of the API can do instead; `null` for what no rule judges. */
  readonly fix: string | null;
  /** What the caller does. */
  readonly step: string;
  /** The witness in its place; `null` where there is none. */
  readonly payload: Payload | null;
}

/**
 * Puts together what explains a finding.
 * @param change what the finding judges, where it is known
 */
export function explanationOf(finding: Finding, payload: Payload | undefined, change?: Change): Explanation {
  const rule = allRules.find(({ id }) => id === finding.rule);
  return {
    finding,
    why: rule?.why ?? null,
    fix: rule?.fix ?? null,
    step: stepOf(finding, change),
    payload: payload ?? null,
  };
}

/** Alternatives are told by what they are, which only the change knows. */
function stepOf(finding: Finding, change: Change | undefined): string {
  if (change?.kind === 'extension.changed' && change.action !== undefined) return change.action;
  const isSent = finding.direction === 'request' || finding.direction === 'both';
  if (change?.kind !== 'schema.union.added' || !isSent || finding.impact === 'non-breaking') return stepFor(finding);
  const step = unionStep(change, [{ code: finding.where }]);
  return step === undefined
    ? stepFor(finding)
    : textOf(step.map((word) => (typeof word === 'string' ? word : `"${word.code}"`)));
}
