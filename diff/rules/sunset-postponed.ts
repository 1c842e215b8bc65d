import { isNotEarlier } from '../extensions/sunset-date.js';
import { defineRule } from './rule.js';
import { show } from './values.js';

export const sunsetPostponed = defineRule({
  id: 'sunset-postponed',
  on: 'extension.changed',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'An element stays longer than was announced.',
  why: 'Callers have more time.',
  fix: 'Nothing needs to be done.',
  judge({ meaning, element, before, after }) {
    if (meaning !== 'sunset' || before === undefined) return undefined;
    if (after === undefined) return `The ${element} no longer ends on ${show(before)}.`;
    return isNotEarlier(before, after)
      ? `The ${element} ends on ${show(after)} instead of ${show(before)}.`
      : undefined;
  },
});
