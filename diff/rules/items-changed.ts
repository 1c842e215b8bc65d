import { keywordMessage } from './keyword-message.js';
import { defineRule, derived } from './rule.js';

export const itemsChanged = defineRule({
  id: 'items-changed',
  on: 'schema.keyword.changed',
  contract: 'wire',
  impact: derived,
  summary: 'The items of an array are described for the first time, or no longer.',
  why: 'Callers that send other items are refused, or callers that read receive items that nothing describes.',
  fix: 'Go on accepting the items that were taken, and sending those that were described.',
  judge({ keyword, before, after }) {
    return keyword === 'items' || keyword === 'prefixItems' ? keywordMessage(keyword, before, after) : undefined;
  },
});
