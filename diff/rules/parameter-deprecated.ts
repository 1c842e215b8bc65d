import { defineRule } from './rule.js';
import { quote } from './values.js';

export const parameterDeprecated = defineRule({
  id: 'parameter-deprecated',
  on: 'parameter.deprecated.changed',
  contract: 'source',
  impact: 'non-breaking',
  summary: 'A parameter became deprecated.',
  why: 'It still works; linters and compilers mark the code that sends it.',
  fix: 'Say what to use instead, and when it goes.',
  judge({ parameter, after }) {
    return after ? `The ${parameter.in} parameter ${quote(parameter.name)} became deprecated.` : undefined;
  },
});
