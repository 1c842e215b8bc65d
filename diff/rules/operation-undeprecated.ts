import { defineRule } from './rule.js';

export const operationUndeprecated = defineRule({
  id: 'operation-undeprecated',
  on: 'operation.deprecated.changed',
  contract: 'source',
  impact: 'non-breaking',
  summary: 'An operation is no longer deprecated.',
  why: 'Callers may go on using it.',
  fix: 'Nothing needs to be done.',
  judge({ after }) {
    return after ? undefined : 'The operation is no longer deprecated.';
  },
});
