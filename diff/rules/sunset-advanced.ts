import { isNotEarlier } from '../extensions/sunset-date.js';
import { defineRule } from './rule.js';
import { show } from './values.js';

export const sunsetAdvanced = defineRule({
  id: 'sunset-advanced',
  on: 'extension.changed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'The date on which an element ends came nearer, or cannot be put in order with the former one.',
  why: 'Callers that planned with the former date run out of time.',
  fix: 'Keep the date that was announced.',
  judge({ meaning, element, before, after }) {
    if (meaning !== 'sunset' || before === undefined || after === undefined || isNotEarlier(before, after))
      return undefined;
    return `The ${element} ends on ${show(after)}; the date was ${show(before)} before.`;
  },
});
