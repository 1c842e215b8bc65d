import { defineRule } from './rule.js';
import { quote } from './values.js';

export const parameterEmptyValueAllowed = defineRule({
  id: 'parameter-empty-value-allowed',
  on: 'parameter.serialization.changed',
  contract: 'wire',
  impact: { request: 'non-breaking', response: 'dangerous' },
  summary: 'A parameter may now be written with an empty value.',
  why: 'Callers may go on as before; where the API is the sender, receivers get text in a form they did not get before.',
  fix: 'Nothing needs to be done.',
  judge({ parameter, keyword, after }) {
    if (keyword !== 'allowEmptyValue' || after !== true) return undefined;
    return `The ${parameter.in} parameter ${quote(parameter.name)} may now be written with an empty value.`;
  },
});
