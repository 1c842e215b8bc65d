import { defineRule } from './rule.js';

export const alternativesOverlap = defineRule({
  id: 'alternatives-overlap',
  on: 'schema.alternatives.changed',
  contract: 'wire',
  impact: { refuted: 'dangerous', included: 'non-breaking' },
  summary: 'Other values than before fit exactly one alternative of oneOf.',
  why: 'A value that fits several is refused, except by readers that only look for one that fits.',
  fix: 'Keep the alternatives apart, by a property that each of them requires with a value of its own, or use anyOf.',
  judge() {
    return 'Other values than before fit exactly one alternative of oneOf.';
  },
});
