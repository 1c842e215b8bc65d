import { defineRule } from './rule.js';

export const writeOnlyAdded = defineRule({
  id: 'write-only-added',
  on: 'schema.write-only.changed',
  contract: 'wire',
  impact: { request: 'non-breaking', response: 'breaking' },
  summary: 'A value became write-only.',
  why: 'Callers that read it find nothing.',
  fix: 'Go on sending it.',
  judge({ after }) {
    return after ? 'The value became write-only.' : undefined;
  },
});
