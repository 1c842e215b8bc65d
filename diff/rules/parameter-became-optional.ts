import { defineRule } from './rule.js';
import { quote } from './values.js';

export const parameterBecameOptional = defineRule({
  id: 'parameter-became-optional',
  on: 'parameter.required.changed',
  contract: 'wire',
  impact: { request: 'non-breaking', response: 'breaking' },
  summary: 'A required parameter became optional.',
  why: 'Callers may leave it out; where the API sends it, receivers can no longer count on it.',
  fix: 'Go on sending it where the API is the sender.',
  judge({ parameter, after }) {
    return after ? undefined : `The ${parameter.in} parameter ${quote(parameter.name)} became optional.`;
  },
});
