import type { Judged } from '../judge.js';
import { withoutCovered } from './covered-by-behavior.js';
import { oneForEachBehavior } from './one-behavior.js';

/** One finding for each cause that the documents themselves name: a behaviour, wherever it shows. */
export function joinCauses(judged: readonly Judged[]): readonly Judged[] {
  return judged.some(({ finding }) => finding.rule.startsWith('behavior-'))
    ? withoutCovered(oneForEachBehavior(judged))
    : judged;
}
