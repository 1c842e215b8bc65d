import { defineRule } from './rule.js';
import { quote } from './values.js';

export const propertyBecameOptional = defineRule({
  id: 'property-became-optional',
  on: 'schema.required.changed',
  contract: 'wire',
  impact: { request: 'non-breaking', response: 'breaking' },
  summary: 'A required property became optional.',
  why: 'Callers that read can no longer count on it.',
  fix: 'Go on sending it every time.',
  judge({ property, after }) {
    return after ? undefined : `The property ${quote(property)} became optional.`;
  },
});
