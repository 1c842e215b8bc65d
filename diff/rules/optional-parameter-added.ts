import { defineRule } from './rule.js';
import { quote } from './values.js';

export const optionalParameterAdded = defineRule({
  id: 'optional-parameter-added',
  on: 'parameter.added',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'An optional parameter was added.',
  why: 'Callers need not send it, and receivers may ignore it.',
  fix: 'Nothing needs to be done.',
  judge({ parameter }) {
    if (parameter.required) return undefined;
    return `The optional ${parameter.in} parameter ${quote(parameter.name)} was added.`;
  },
});
