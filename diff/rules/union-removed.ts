import { defineRule } from './rule.js';

export const unionRemoved = defineRule({
  id: 'union-removed',
  on: 'schema.union.removed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'A schema lost anyOf or oneOf.',
  why: 'Whether what is left takes in the same values as the alternatives did is not worked out.',
  fix: 'Show that it takes in the same values.',
  judge({ keyword }) {
    return `The alternatives of ${keyword} were removed.`;
  },
});
