import { defineRule } from './rule.js';

export const requiredRequestBodyAdded = defineRule({
  id: 'required-request-body-added',
  on: 'request-body.added',
  contract: 'wire',
  impact: { request: 'breaking', response: 'non-breaking' },
  summary: 'A required request body was added.',
  why: 'The server refuses callers that send none, and no caller sends one yet.',
  fix: 'Make the body optional, or require it on a new operation.',
  judge({ body }) {
    return body.required ? 'A required request body was added.' : undefined;
  },
});
