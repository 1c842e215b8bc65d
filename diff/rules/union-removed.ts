import { defineRule, derived } from './rule.js';

export const unionRemoved = defineRule({
  id: 'union-removed',
  on: 'schema.union.removed',
  contract: 'wire',
  impact: derived,
  summary: 'A schema lost anyOf or oneOf.',
  why: 'Callers that read receive values that none of the alternatives described.',
  fix: 'Go on sending values of the former alternatives only.',
  judge({ keyword }) {
    return `The alternatives of ${keyword} were removed.`;
  },
});
