import { defineRule, derived } from './rule.js';

export const nullAdded = defineRule({
  id: 'null-added',
  on: 'schema.null.changed',
  contract: 'wire',
  impact: derived,
  summary: 'Null is allowed where it was not.',
  why: 'Callers need not send null; callers that read receive null where they count on a value.',
  fix: 'Leave the value out, or go on sending one.',
  judge({ after }) {
    return after ? 'Null is now allowed.' : undefined;
  },
});
