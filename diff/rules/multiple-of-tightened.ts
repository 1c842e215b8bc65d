import { defineRule, derived } from './rule.js';
import { show } from './values.js';

export const multipleOfTightened = defineRule({
  id: 'multiple-of-tightened',
  on: 'schema.multiple-of.changed',
  contract: 'wire',
  impact: derived,
  summary: 'Numbers must be multiples of a greater number.',
  why: 'Callers that send other numbers are refused.',
  fix: 'Go on accepting the former numbers.',
  judge({ before, after, effect }) {
    if (effect !== 'tightened') return undefined;
    if (before === undefined) return after === undefined ? undefined : `The multipleOf ${show(after)} was added.`;
    if (after === undefined) return `The multipleOf ${show(before)} was removed.`;
    return `The multipleOf changed from ${show(before)} to ${show(after)}.`;
  },
});
