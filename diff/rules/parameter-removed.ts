import { defineRule } from './rule.js';
import { quote } from './values.js';

export const parameterRemoved = defineRule({
  id: 'parameter-removed',
  on: 'parameter.removed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'A parameter was removed.',
  why: 'Callers that send it are refused, or served as if they had not sent it; where the API sends it, receivers miss it.',
  fix: 'Keep accepting the parameter and mark it as deprecated.',
  judge({ parameter }) {
    return `The ${parameter.in} parameter ${quote(parameter.name)} was removed.`;
  },
});
