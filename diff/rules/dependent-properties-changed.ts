import { keywordMessage } from './keyword-message.js';
import { defineRule, derived } from './rule.js';

export const dependentPropertiesChanged = defineRule({
  id: 'dependent-properties-changed',
  on: 'schema.keyword.changed',
  contract: 'wire',
  impact: derived,
  summary: 'What follows from the presence of a property changed.',
  why: 'Callers that send the property without what it now demands are refused.',
  fix: 'Demand nothing new of callers that send what they sent.',
  judge({ keyword, before, after }) {
    return keyword === 'dependentRequired' || keyword === 'dependentSchemas'
      ? keywordMessage(keyword, before, after)
      : undefined;
  },
});
