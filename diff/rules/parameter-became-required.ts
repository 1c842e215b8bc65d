import { defineRule } from './rule.js';
import { quote } from './values.js';

export const parameterBecameRequired = defineRule({
  id: 'parameter-became-required',
  on: 'parameter.required.changed',
  contract: 'wire',
  impact: { request: 'breaking', response: 'non-breaking' },
  summary: 'An optional parameter became required.',
  why: 'The server refuses callers that do not send it.',
  fix: 'Keep it optional and give it a default, or require it on a new operation.',
  judge({ parameter, after }) {
    return after ? `The ${parameter.in} parameter ${quote(parameter.name)} became required.` : undefined;
  },
});
