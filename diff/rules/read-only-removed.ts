import { defineRule } from './rule.js';

export const readOnlyRemoved = defineRule({
  id: 'read-only-removed',
  on: 'schema.read-only.changed',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'A value is no longer read-only.',
  why: 'Callers may send it now, and receive it as before.',
  fix: 'Nothing needs to be done.',
  judge({ after }) {
    return after ? undefined : 'The value is no longer read-only.';
  },
});
