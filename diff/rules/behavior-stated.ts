import { addedBehaviors, areHarmless, breakingBehaviors } from '../extensions/behaviors.js';
import { defineRule } from './rule.js';
import { sentences } from './values.js';

export const behaviorStated = defineRule({
  id: 'behavior-stated',
  on: 'extension.changed',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'A behaviour was stated that is said not to break callers.',
  why: 'Callers may go on as they are.',
  fix: 'Nothing needs to be done.',
  judge({ meaning, before, after }) {
    if (meaning !== 'behavior' || breakingBehaviors(before, after).length > 0 || !areHarmless(before, after))
      return undefined;
    return `A behaviour is stated: ${sentences(addedBehaviors(before, after))}.`;
  },
});
