import { defineRule } from './rule.js';
import { quote } from './values.js';

export const parameterUndeprecated = defineRule({
  id: 'parameter-undeprecated',
  on: 'parameter.deprecated.changed',
  contract: 'source',
  impact: 'non-breaking',
  summary: 'A parameter is no longer deprecated.',
  why: 'Callers may go on sending it.',
  fix: 'Nothing needs to be done.',
  judge({ parameter, after }) {
    return after ? undefined : `The ${parameter.in} parameter ${quote(parameter.name)} is no longer deprecated.`;
  },
});
