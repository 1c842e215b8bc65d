import type { Judged } from '../judge.js';
import { startingLevel } from '../policy/policy.js';
import { propertyRemoved } from '../rules/property-removed.js';

/**
 * Tells the removal of a property that callers send as breaking where a hint or the document itself says that the API reads it
 * under another name now: nobody refuses the former name, and what is sent in it is lost. Likeness alone says no such thing.
 */
export function tellMovedInput(judged: readonly Judged[]): readonly Judged[] {
  return judged.map((one) => {
    const { finding } = one;
    if (finding.rule !== propertyRemoved.id || finding.impact !== 'dangerous') return one;
    if (!finding.moves.some(({ end, confirmed }) => end === 'to' && confirmed)) return one;
    const message = `${finding.message} What callers send in it is read in another place now.`;
    return { ...one, finding: { ...finding, impact: 'breaking', level: startingLevel('breaking'), message } };
  });
}
