import { defineRule, derived } from './rule.js';

export const unionAdded = defineRule({
  id: 'union-added',
  on: 'schema.union.added',
  contract: 'wire',
  impact: derived,
  summary: 'A schema got anyOf or oneOf.',
  why: 'Callers that send a value which fits none of the alternatives, or several of oneOf, are refused.',
  fix: 'Let the alternatives together take in every value that was taken before.',
  judge({ keyword }) {
    return `The alternatives of ${keyword} were added.`;
  },
});
