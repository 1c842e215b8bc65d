import { keywordMessage } from './keyword-message.js';
import { defineRule, derived } from './rule.js';

export const patternPropertiesChanged = defineRule({
  id: 'pattern-properties-changed',
  on: 'schema.keyword.changed',
  contract: 'wire',
  impact: derived,
  summary: 'Properties that are described by a pattern of their names changed.',
  why: 'Callers that send other values under such names are refused; callers that read receive other values.',
  fix: 'Go on accepting and sending the values of before under these names.',
  judge({ keyword, before, after }) {
    return keyword === 'patternProperties' ? keywordMessage(keyword, before, after) : undefined;
  },
});
