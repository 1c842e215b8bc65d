import { defineRule, derived } from './rule.js';
import { show } from './values.js';

export const multipleOfLoosened = defineRule({
  id: 'multiple-of-loosened',
  on: 'schema.multiple-of.changed',
  contract: 'wire',
  impact: derived,
  summary: 'Numbers need no longer be multiples of what they were.',
  why: 'Callers that read receive numbers that fall between those they know.',
  fix: 'Go on sending only the former numbers.',
  judge({ before, after, effect }) {
    if (effect !== 'loosened') return undefined;
    if (before === undefined) return after === undefined ? undefined : `The multipleOf ${show(after)} was added.`;
    if (after === undefined) return `The multipleOf ${show(before)} was removed.`;
    return `The multipleOf changed from ${show(before)} to ${show(after)}.`;
  },
});
