import type { DiffSummary } from '../finding.js';
import type { Level } from '../rules/rule.js';

/** What makes a gate fail: each impact, and the level that findings of it have unless a policy says otherwise. */
export const FAIL_ON = ['breaking', 'dangerous', 'none', 'error', 'warning'] as const;

/** One of them. */
export type FailOn = (typeof FAIL_ON)[number];

/**
 * Whether a gate passes. The gate reads levels, which start as the impact says: breaking is an error, and what is dangerous, not
 * decided or judged by no rule a warning. So `breaking` and `error` are one, and `dangerous` and `warning`.
 */
export function passes({ levels }: Pick<DiffSummary, 'levels'>, failOn: FailOn): boolean {
  switch (failOn) {
    case 'none':
      return true;
    case 'breaking':
    case 'error':
      return levels.error === 0;
    case 'dangerous':
    case 'warning':
      return levels.error + levels.warning === 0;
  }
}

/** Whether one finding of a level makes a gate fail. */
export function fails(level: Level, failOn: FailOn): boolean {
  return !passes({ levels: { error: 0, warning: 0, info: 0, off: 0, [level]: 1 } }, failOn);
}
