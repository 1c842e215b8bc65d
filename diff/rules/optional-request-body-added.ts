import { defineRule } from './rule.js';

export const optionalRequestBodyAdded = defineRule({
  id: 'optional-request-body-added',
  on: 'request-body.added',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'An optional request body was added.',
  why: 'Callers need not send one, and receivers may ignore it.',
  fix: 'Nothing needs to be done.',
  judge({ body }) {
    return body.required ? undefined : 'An optional request body was added.';
  },
});
