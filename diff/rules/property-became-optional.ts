import { defineRule, derived } from './rule.js';
import { subject } from './values.js';

export const propertyBecameOptional = defineRule({
  id: 'property-became-optional',
  on: 'schema.required.changed',
  contract: 'wire',
  impact: derived,
  summary: 'A required property became optional.',
  why: 'Callers that read can no longer count on it.',
  fix: 'Go on sending it every time.',
  judge({ properties, after }) {
    return !after ? `${subject(properties)} became optional.` : undefined;
  },
});
