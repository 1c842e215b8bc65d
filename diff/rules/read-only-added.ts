import { defineRule } from './rule.js';

export const readOnlyAdded = defineRule({
  id: 'read-only-added',
  on: 'schema.read-only.changed',
  contract: 'wire',
  impact: { request: 'breaking', response: 'non-breaking' },
  summary: 'A value became read-only.',
  why: 'Callers that send it are refused or served as if they had not sent it.',
  fix: 'Go on accepting it, or offer another operation that sets it.',
  judge({ after }) {
    return after ? 'The value became read-only.' : undefined;
  },
});
