import type { Judged } from '../judge.js';
import { oneForEachBehavior } from './one-behavior.js';
import { withoutCovered } from './without-covered.js';

/** One finding for each cause that the documents themselves name: a behaviour, wherever it shows, or what came for null. */
export function joinCauses(judged: readonly Judged[]): readonly Judged[] {
  return withoutCovered(oneForEachBehavior(judged));
}
