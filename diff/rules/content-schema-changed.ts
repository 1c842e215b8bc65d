import { keywordMessage } from './keyword-message.js';
import { defineRule } from './rule.js';

export const contentSchemaChanged = defineRule({
  id: 'content-schema-changed',
  on: 'schema.keyword.changed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'What the text of a value holds is described in another way.',
  why: 'Callers that parse the text find other content in it; no validator checks that.',
  fix: 'Describe changed content under a property of its own.',
  judge({ keyword, before, after }) {
    return keyword === 'contentSchema' ? keywordMessage(keyword, before, after) : undefined;
  },
});
