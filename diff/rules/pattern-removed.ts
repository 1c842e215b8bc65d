import { defineRule, derived } from './rule.js';
import { quote } from './values.js';

export const patternRemoved = defineRule({
  id: 'pattern-removed',
  on: 'schema.pattern.changed',
  contract: 'wire',
  impact: derived,
  summary: 'A pattern was removed.',
  why: 'Callers that read count on a form that text need not have any more.',
  fix: 'Go on sending text of this form, and say so.',
  judge({ before, after }) {
    if (before === undefined || after !== undefined) return undefined;
    return `The pattern ${quote(before)} was removed.`;
  },
});
