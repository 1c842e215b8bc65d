import { defineRule, derived } from './rule.js';
import { show } from './values.js';

export const boundTightened = defineRule({
  id: 'bound-tightened',
  on: 'schema.bound.changed',
  contract: 'wire',
  impact: derived,
  summary: 'A bound allows less than it did.',
  why: 'Callers that send a value beyond it are refused.',
  fix: 'Go on accepting the former range.',
  judge({ keyword, before, after, effect }) {
    if (effect !== 'tightened') return undefined;
    if (before === undefined) return after === undefined ? undefined : `The ${keyword} ${show(after)} was added.`;
    if (after === undefined) return `The ${keyword} ${show(before)} was removed.`;
    return `The ${keyword} changed from ${show(before)} to ${show(after)}.`;
  },
});
