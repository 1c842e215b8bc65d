import type { Finding } from '../diff/finding.js';
import type { Payload } from '../diff/payload/payload-around.js';
import { allRules } from '../diff/rules/table.js';
import { stepFor } from './step.js';

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

/** Puts together what explains a finding. */
export function explanationOf(finding: Finding, payload: Payload | undefined): Explanation {
  const rule = allRules.find(({ id }) => id === finding.rule);
  return {
    finding,
    why: rule?.why ?? null,
    fix: rule?.fix ?? null,
    step: stepFor(finding),
    payload: payload ?? null,
  };
}
