import { defineRule } from './rule.js';

export const schemaUndeprecated = defineRule({
  id: 'schema-undeprecated',
  on: 'schema.deprecated.changed',
  contract: 'source',
  impact: 'non-breaking',
  summary: 'A schema is no longer deprecated.',
  why: 'Callers may go on using it.',
  fix: 'Nothing needs to be done.',
  judge({ after }) {
    return after ? undefined : 'The schema is no longer deprecated.';
  },
});
