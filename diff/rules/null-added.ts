import { defineRule } from './rule.js';

export const nullAdded = defineRule({
  id: 'null-added',
  on: 'schema.null.changed',
  contract: 'wire',
  impact: { request: 'non-breaking', response: { refuted: 'breaking', included: 'dangerous' } },
  summary: 'Null is allowed where it was not.',
  why: 'Callers need not send null; callers that read receive null where they count on a value. Where another keyword than "nullable" refuses it, tools differ.',
  fix: 'Leave the value out, or go on sending one.',
  judge({ after }) {
    return after ? 'Null is now allowed.' : undefined;
  },
});
