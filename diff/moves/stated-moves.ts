import type { Candidate } from './assign.js';
import type { Element } from './element.js';
import { RENAMED_FROM } from './operation-candidates.js';
import { outlineOf } from './outline.js';

/** Adds what `x-renamed-from` of an added schema says: a former name, or the way to it from the object: `assignment.admin_id`. */
export function withStatedMoves(candidates: readonly Candidate<Element>[]): readonly Candidate<Element>[] {
  return candidates.map((candidate) => {
    const { removed, added, evidence } = candidate;
    const former = added.schema === undefined ? [] : outlineOf(added.schema).formerNames;
    if (former.length === 0) return candidate;
    const outer = 'property' in removed.judged.change ? removed.judged.change.property : removed.name;
    const names = [removed.name, [outer, ...removed.path].join('.')];
    if (!former.some((name) => names.includes(name))) return candidate;
    return { ...candidate, evidence: [{ weight: 10, words: RENAMED_FROM }, ...evidence] };
  });
}
