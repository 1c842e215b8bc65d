import { defineRule } from './rule.js';

export const operationAdded = defineRule({
  id: 'operation-added',
  on: 'operation.added',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'An operation was added.',
  why: 'No caller uses it yet.',
  fix: 'Nothing needs to be done.',
  judge() {
    return 'The operation was added.';
  },
});
