import { defineRule } from './rule.js';
import { quote } from './values.js';

export const requiredParameterAdded = defineRule({
  id: 'required-parameter-added',
  on: 'parameter.added',
  contract: 'wire',
  impact: { request: 'breaking', response: 'non-breaking' },
  summary: 'A required parameter was added.',
  why: 'The server refuses callers that do not send it, and no caller does yet.',
  fix: 'Make it optional and give it a default, or require it on a new operation.',
  judge({ parameter }) {
    if (!parameter.required) return undefined;
    return `The required ${parameter.in} parameter ${quote(parameter.name)} was added.`;
  },
});
