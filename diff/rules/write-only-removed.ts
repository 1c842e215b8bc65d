import { defineRule } from './rule.js';

export const writeOnlyRemoved = defineRule({
  id: 'write-only-removed',
  on: 'schema.write-only.changed',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'A value is no longer write-only.',
  why: 'Callers may receive it now, and send it as before.',
  fix: 'Nothing needs to be done.',
  judge({ after }) {
    return after ? undefined : 'The value is no longer write-only.';
  },
});
