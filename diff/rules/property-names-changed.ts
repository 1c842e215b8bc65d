import { keywordMessage } from './keyword-message.js';
import { defineRule, derived } from './rule.js';

export const propertyNamesChanged = defineRule({
  id: 'property-names-changed',
  on: 'schema.keyword.changed',
  contract: 'wire',
  impact: derived,
  summary: 'Which names properties may have changed.',
  why: 'Callers that send other names are refused; callers that read receive names they do not know.',
  fix: 'Go on accepting every name that was taken.',
  judge({ keyword, before, after }) {
    return keyword === 'propertyNames' ? keywordMessage(keyword, before, after) : undefined;
  },
});
