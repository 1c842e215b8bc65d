import { defineRule, derived } from './rule.js';

export const additionalPropertiesClosed = defineRule({
  id: 'additional-properties-closed',
  on: 'schema.additional-properties.changed',
  contract: 'wire',
  impact: derived,
  summary: 'Properties that are not declared are no longer allowed.',
  why: 'Callers that send one are refused; the declared properties come as before.',
  fix: 'Go on ignoring properties that are not declared.',
  judge({ after, isMap }) {
    return after === 'closed' && !isMap ? 'Properties that are not declared are no longer allowed.' : undefined;
  },
});
