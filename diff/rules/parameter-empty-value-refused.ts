import { defineRule } from './rule.js';
import { quote } from './values.js';

export const parameterEmptyValueRefused = defineRule({
  id: 'parameter-empty-value-refused',
  on: 'parameter.serialization.changed',
  contract: 'wire',
  impact: { request: 'breaking', response: 'non-breaking' },
  summary: 'A parameter may no longer be written with an empty value.',
  why: 'Callers that write it so are refused or misread.',
  fix: 'Go on accepting it.',
  judge({ parameter, keyword, after }) {
    if (keyword !== 'allowEmptyValue' || after === true) return undefined;
    return `The ${parameter.in} parameter ${quote(parameter.name)} may no longer be written with an empty value.`;
  },
});
