import { defineRule, derived } from './rule.js';
import { list } from './values.js';

export const enumConstraintRemoved = defineRule({
  id: 'enum-constraint-removed',
  on: 'schema.enum.changed',
  contract: 'wire',
  impact: { request: derived, response: { refuted: 'dangerous', included: 'non-breaking' } },
  summary: 'Values are no longer restricted to a list.',
  why: 'Callers that read may receive values they have no case for, and a type made of the listed values no longer compiles.',
  fix: 'Keep the list and add the new values to it.',
  judge({ before, after }) {
    if (before === undefined || after !== undefined) return undefined;
    return `Values are no longer restricted to ${list(before)}.`;
  },
});
