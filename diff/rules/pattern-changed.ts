import { defineRule, derived } from './rule.js';
import { quote } from './values.js';

export const patternChanged = defineRule({
  id: 'pattern-changed',
  on: 'schema.pattern.changed',
  contract: 'wire',
  impact: derived,
  summary: 'A pattern changed.',
  why: 'It is not worked out whether one pattern takes in what the other does, so text that was sent may be refused, and text that is read may have another form.',
  fix: 'Keep the pattern, or show that the new one takes in the same text.',
  judge({ before, after }) {
    if (before === undefined || after === undefined) return undefined;
    return `The pattern changed from ${quote(before)} to ${quote(after)}.`;
  },
});
