import { defineRule, derived } from './rule.js';
import { list } from './values.js';

export const enumConstraintAdded = defineRule({
  id: 'enum-constraint-added',
  on: 'schema.enum.changed',
  contract: 'wire',
  impact: derived,
  summary: 'Values were restricted to a list.',
  why: 'Callers that send another value are refused.',
  fix: 'Go on accepting other values.',
  judge({ before, after }) {
    if (before !== undefined || after === undefined) return undefined;
    return `Values were restricted to ${list(after)}.`;
  },
});
