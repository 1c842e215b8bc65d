import { keywordMessage } from './keyword-message.js';
import { defineRule, derived } from './rule.js';

export const containedItemsChanged = defineRule({
  id: 'contained-items-changed',
  on: 'schema.keyword.changed',
  contract: 'wire',
  impact: derived,
  summary: 'Which items an array must contain changed.',
  why: 'Callers that send arrays without such an item are refused; callers that read can no longer count on it.',
  fix: 'Go on accepting and sending the arrays of before.',
  judge({ keyword, before, after }) {
    return keyword === 'contains' ? keywordMessage(keyword, before, after) : undefined;
  },
});
