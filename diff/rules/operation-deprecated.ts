import { defineRule } from './rule.js';

export const operationDeprecated = defineRule({
  id: 'operation-deprecated',
  on: 'operation.deprecated.changed',
  contract: 'source',
  impact: 'non-breaking',
  summary: 'An operation became deprecated.',
  why: 'It still works; linters and compilers mark the code that calls it.',
  fix: 'Say what to use instead, and when it goes.',
  judge({ after }) {
    return after ? 'The operation became deprecated.' : undefined;
  },
});
