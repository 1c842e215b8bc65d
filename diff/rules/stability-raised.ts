import { isLessStable } from '../extensions/stability.js';
import { defineRule } from './rule.js';
import { show } from './values.js';

export const stabilityRaised = defineRule({
  id: 'stability-raised',
  on: 'extension.changed',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'An element is stated to be at least as stable as before.',
  why: 'Callers may rely on it more.',
  fix: 'Nothing needs to be done.',
  judge({ meaning, element, before, after }) {
    if (meaning !== 'stability' || isLessStable(before, after)) return undefined;
    return `The stability of the ${element} is ${show(after ?? null)} instead of ${show(before ?? null)}.`;
  },
});
