import type { DiffSummary } from '../finding.js';

/** What makes a gate fail. */
export const FAIL_ON = ['breaking', 'dangerous', 'none'] as const;

export type FailOn = (typeof FAIL_ON)[number];

/** Whether a gate passes. What is not decided, or judged by no rule, counts as dangerous: it is not known to be safe. */
export function passes(summary: DiffSummary, failOn: FailOn): boolean {
  const { breaking, dangerous, undecided, unclassified } = summary;
  switch (failOn) {
    case 'none':
      return true;
    case 'breaking':
      return breaking === 0;
    case 'dangerous':
      return breaking + dangerous + undecided + unclassified === 0;
  }
}
