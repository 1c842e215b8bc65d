import { defineRule, derived } from './rule.js';

export const additionalPropertiesOpened = defineRule({
  id: 'additional-properties-opened',
  on: 'schema.additional-properties.changed',
  contract: 'wire',
  impact: { request: derived, response: { refuted: 'dangerous', included: 'non-breaking' } },
  summary: 'Further properties are allowed that are not declared.',
  why: 'Callers need not send any, and the declared properties come as before.',
  fix: 'Nothing needs to be done.',
  judge({ before, after, isMap }) {
    if (isMap || after === 'closed' || before === 'open') return undefined;
    return after === 'open'
      ? 'Properties that are not declared may now have any value.'
      : 'Properties that are not declared are now allowed when they match a schema.';
  },
});
