import { keywordMessage } from './keyword-message.js';
import { defineRule, derived } from './rule.js';

export const conditionChanged = defineRule({
  id: 'condition-changed',
  on: 'schema.keyword.changed',
  contract: 'wire',
  impact: derived,
  summary: 'What holds under a condition changed.',
  why: 'Callers that meet the condition are refused when they do not meet what follows from it.',
  fix: 'State new conditions for new values only.',
  judge({ keyword, before, after }) {
    return keyword === 'if' ? keywordMessage(keyword, before, after) : undefined;
  },
});
