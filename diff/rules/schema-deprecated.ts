import { defineRule } from './rule.js';

export const schemaDeprecated = defineRule({
  id: 'schema-deprecated',
  on: 'schema.deprecated.changed',
  contract: 'source',
  impact: 'non-breaking',
  summary: 'A schema became deprecated.',
  why: 'It still holds; linters and compilers mark the code that uses it.',
  fix: 'Say what to use instead, and when it goes.',
  judge({ after }) {
    return after ? 'The schema became deprecated.' : undefined;
  },
});
