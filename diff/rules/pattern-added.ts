import { defineRule, derived } from './rule.js';
import { quote } from './values.js';

export const patternAdded = defineRule({
  id: 'pattern-added',
  on: 'schema.pattern.changed',
  contract: 'wire',
  impact: derived,
  summary: 'A pattern was added.',
  why: 'Callers that send text that does not match are refused.',
  fix: 'Go on accepting other text.',
  judge({ before, after }) {
    if (before !== undefined || after === undefined) return undefined;
    return `The pattern ${quote(after)} was added.`;
  },
});
