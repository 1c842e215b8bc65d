import { defineRule, derived } from './rule.js';

export const additionalPropertiesConstrained = defineRule({
  id: 'additional-properties-constrained',
  on: 'schema.additional-properties.changed',
  contract: 'wire',
  impact: derived,
  summary: 'Properties that are not declared must match a schema.',
  why: 'Callers that send other values in them are refused.',
  fix: 'Go on accepting any value in them.',
  judge({ before, after }) {
    if (before !== 'open' || after !== 'constrained') return undefined;
    return 'Properties that are not declared must now match a schema.';
  },
});
