import { defineRule, derived } from './rule.js';
import { show } from './values.js';

export const boundLoosened = defineRule({
  id: 'bound-loosened',
  on: 'schema.bound.changed',
  contract: 'wire',
  impact: derived,
  summary: 'A bound allows more than it did.',
  why: 'Callers that read receive values beyond what they made room for.',
  fix: 'Go on sending only values within the former range.',
  judge({ keyword, before, after, effect }) {
    if (effect !== 'loosened') return undefined;
    if (before === undefined) return after === undefined ? undefined : `The ${keyword} ${show(after)} was added.`;
    if (after === undefined) return `The ${keyword} ${show(before)} was removed.`;
    return `The ${keyword} changed from ${show(before)} to ${show(after)}.`;
  },
});
