import { defineRule, derived } from './rule.js';
import { show } from './values.js';

export const multipleOfChanged = defineRule({
  id: 'multiple-of-changed',
  on: 'schema.multiple-of.changed',
  contract: 'wire',
  impact: derived,
  summary: 'Numbers must be multiples of another number, and neither is a multiple of the other.',
  why: 'Callers that send the former numbers are refused, and callers that read receive numbers they do not know.',
  fix: 'Keep the step.',
  judge({ before, after, effect }) {
    if (effect !== 'other') return undefined;
    if (before === undefined) return after === undefined ? undefined : `The multipleOf ${show(after)} was added.`;
    if (after === undefined) return `The multipleOf ${show(before)} was removed.`;
    return `The multipleOf changed from ${show(before)} to ${show(after)}.`;
  },
});
