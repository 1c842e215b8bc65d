import { defineRule } from './rule.js';

export const unionAdded = defineRule({
  id: 'union-added',
  on: 'schema.union.added',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'A schema got anyOf or oneOf.',
  why: 'Whether the alternatives take in what was taken before is not worked out.',
  fix: 'Show that the alternatives take in the same values.',
  judge({ keyword }) {
    return `The alternatives of ${keyword} were added.`;
  },
});
