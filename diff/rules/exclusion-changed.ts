import { keywordMessage } from './keyword-message.js';
import { defineRule, derived } from './rule.js';

export const exclusionChanged = defineRule({
  id: 'exclusion-changed',
  on: 'schema.keyword.changed',
  contract: 'wire',
  impact: derived,
  summary: 'What values must not be changed.',
  why: 'Callers that send a value which is now excluded are refused; callers that read receive values that were excluded before.',
  fix: 'Exclude no value that was taken, and send none that was excluded.',
  judge({ keyword, before, after }) {
    return keyword === 'not' ? keywordMessage(keyword, before, after) : undefined;
  },
});
