import { canonical } from '../../openapi/source/stringify.js';
import type { Change, ChangeOf, Usage } from '../change.js';
import type { Finding } from '../finding.js';
import { fingerprintOf } from '../fingerprint.js';
import { groupBy } from '../group-by.js';
import type { Judged } from '../judge.js';
import { compareText } from '../order.js';
import { resourceOf } from '../resource.js';

/** Something judged that is about one behaviour with an id. */
interface JudgedBehavior extends Judged {
  readonly change: ChangeOf<'extension.changed'> & { readonly item: string };
}

/** Whether something judged is about one behaviour with an id. */
export function isBehavior(judged: Judged): judged is JudgedBehavior {
  const { change } = judged;
  return change.kind === 'extension.changed' && change.meaning === 'behavior' && change.item !== undefined;
}

/**
 * One finding for one behaviour that several operations state in the same words: it came, went or changed once. The others are
 * left out, and their changes and operations are those of the one that stays.
 */
export function oneForEachBehavior(judged: readonly Judged[]): readonly Judged[] {
  const groups = groupBy(judged.filter(isBehavior), sameBehavior);
  const joined = new Map<Judged, Judged>();
  const told = new Set<Judged>();
  for (const group of groups.values()) {
    if (group.length === 1) continue;
    const sorted = [...group].sort(
      (a, b) => compareText(a.finding.where, b.finding.where) || compareText(placeOf(a), placeOf(b)),
    );
    const [first, ...others] = sorted;
    if (first === undefined) continue;
    joined.set(first, joinedOf(first, others));
    for (const other of others) told.add(other);
  }
  if (joined.size === 0) return judged;
  return judged.filter((one) => !told.has(one)).map((one) => joined.get(one) ?? one);
}

function sameBehavior({ finding, change }: JudgedBehavior): string {
  const { rule, level, levelReason, before, after } = finding;
  return canonical([rule, level, levelReason, change.element, change.item, before, after]);
}

function placeOf({ finding }: Judged): string {
  return finding.revision?.pointer ?? finding.base?.pointer ?? '';
}

function joinedOf(first: JudgedBehavior, others: readonly JudgedBehavior[]): Judged {
  const all = [first, ...others];
  const changes: readonly Change[] = all.flatMap(({ change, others: more = [] }) => [change, ...more]);
  const usages: readonly Usage[] = changes.flatMap((change) => change.usages);
  const where = `behaviour ${first.change.item}`;
  const { rule, before, after } = first.finding;
  const finding: Finding = {
    ...first.finding,
    direction: commonDirection(all),
    operations: [...new Set(all.flatMap(({ finding: { operations } }) => operations))].sort(compareText),
    resource: resourceOf(usages, first.change.revision),
    where,
    fingerprint: fingerprintOf(rule, where, where, before, after),
  };
  return { ...first, finding, others: changes.slice(1) };
}

/** The way all of several findings are about; `both` where they differ, `null` where nothing travels for any. */
export function commonDirection(judged: readonly Judged[]): Finding['direction'] {
  const directions = new Set(judged.flatMap(({ finding }) => finding.direction ?? []));
  const [first = null] = directions;
  return directions.size > 1 ? 'both' : first;
}
