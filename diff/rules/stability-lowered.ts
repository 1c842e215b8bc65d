import { isLessStable } from '../extensions/stability.js';
import { defineRule } from './rule.js';
import { show } from './values.js';

export const stabilityLowered = defineRule({
  id: 'stability-lowered',
  on: 'extension.changed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'An element is stated to be less stable than before.',
  why: 'It may change or go without notice from now on, and callers rely on it.',
  fix: 'Keep what was promised.',
  judge({ meaning, element, before, after }) {
    if (meaning !== 'stability' || !isLessStable(before, after)) return undefined;
    return `The stability of the ${element} is ${show(after ?? null)} instead of ${show(before ?? null)}.`;
  },
});
