import type { Change } from '../change.js';
import type { Finding } from '../finding.js';
import type { Judged } from '../judge.js';
import { compareText, isAtLeastAsBad } from '../order.js';
import { LEVELS } from '../policy/policy.js';
import { CoveredPlaces } from './covered-places.js';
import { commonDirection, isBehavior } from './one-behavior.js';

/**
 * Leaves out what a behaviour says changes with it: that is told with the behaviour, whose finding takes over the changes. What
 * is worse than the behaviour, or told louder, stays: no statement makes a finding milder.
 */
export function withoutCovered(judged: readonly Judged[]): readonly Judged[] {
  const behaviors = judged.filter(isBehavior).flatMap((behavior) => {
    const changes = [behavior.change, ...(behavior.others ?? [])];
    const places = changes.flatMap((change) => {
      return change.kind === 'extension.changed' ? (CoveredPlaces.of(change) ?? []) : [];
    });
    return places.length === 0 ? [] : [{ behavior, places }];
  });
  if (behaviors.length === 0) return judged;
  const covered = new Map<Judged, Judged[]>();
  const told = new Set<Judged>();
  for (const one of judged) {
    if (isBehavior(one)) continue;
    const cover = behaviors.find(({ behavior, places }) => {
      return isCovered(one.finding, behavior.finding) && places.some((place) => place.has(one.change));
    });
    if (cover === undefined) continue;
    told.add(one);
    const known = covered.get(cover.behavior);
    if (known === undefined) covered.set(cover.behavior, [one]);
    else known.push(one);
  }
  return judged.flatMap((one) => {
    if (told.has(one)) return [];
    const taken = covered.get(one);
    return taken === undefined ? [one] : [withTaken(one, taken)];
  });
}

function isCovered(finding: Finding, behavior: Finding): boolean {
  return isAtLeastAsBad(behavior, finding) && LEVELS.indexOf(behavior.level) <= LEVELS.indexOf(finding.level);
}

function withTaken(one: Judged, taken: readonly Judged[]): Judged {
  const words = [...new Set(taken.map(({ finding }) => finding.message))].sort();
  const operations = new Set([one, ...taken].flatMap(({ finding }) => finding.operations));
  const changes: readonly Change[] = taken.flatMap(({ change, others = [] }) => [change, ...others]);
  return {
    ...one,
    finding: {
      ...one.finding,
      message: `${one.finding.message} With it: ${words.join(' ')}`,
      operations: [...operations].sort(compareText),
      direction: commonDirection([one, ...taken]),
    },
    others: [...(one.others ?? []), ...changes],
  };
}
