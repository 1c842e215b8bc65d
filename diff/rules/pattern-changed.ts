import { defineRule, derived } from './rule.js';
import { quote } from './values.js';

export const patternChanged = defineRule({
  id: 'pattern-changed',
  on: 'schema.pattern.changed',
  contract: 'wire',
  impact: derived,
  summary: 'A pattern changed.',
  why: 'Callers that send text which only the former pattern takes are refused; callers that read receive text of a form they do not know.',
  fix: 'Go on accepting and sending text of the former pattern.',
  judge({ before, after }) {
    if (before === undefined || after === undefined) return undefined;
    return `The pattern changed from ${quote(before)} to ${quote(after)}.`;
  },
});
