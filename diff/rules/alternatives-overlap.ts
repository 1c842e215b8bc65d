import { defineRule } from './rule.js';

export const alternativesOverlap = defineRule({
  id: 'alternatives-overlap',
  on: 'schema.alternatives.changed',
  contract: 'wire',
  impact: { refuted: 'dangerous', included: 'non-breaking' },
  summary: 'A value that fitted one alternative of oneOf may now fit several.',
  why: 'Such a value is refused, except by servers that only look for one alternative that fits.',
  fix: 'Keep the alternatives apart, by a property that each of them requires with a value of its own, or use anyOf.',
  judge() {
    return 'A value may now fit several alternatives of oneOf.';
  },
});
