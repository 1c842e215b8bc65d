import { keywordMessage } from './keyword-message.js';
import { defineRule, derived } from './rule.js';

export const unevaluatedPartsChanged = defineRule({
  id: 'unevaluated-parts-changed',
  on: 'schema.keyword.changed',
  contract: 'wire',
  impact: derived,
  summary: 'What is allowed beside everything described changed.',
  why: 'Callers that send more than is described are refused; callers that read receive more than was described.',
  fix: 'Go on allowing what was allowed.',
  judge({ keyword, before, after }) {
    return keyword === 'unevaluatedItems' || keyword === 'unevaluatedProperties'
      ? keywordMessage(keyword, before, after)
      : undefined;
  },
});
