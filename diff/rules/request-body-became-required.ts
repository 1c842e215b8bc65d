import { defineRule } from './rule.js';

export const requestBodyBecameRequired = defineRule({
  id: 'request-body-became-required',
  on: 'request-body.required.changed',
  contract: 'wire',
  impact: { request: 'breaking', response: 'non-breaking' },
  summary: 'An optional request body became required.',
  why: 'The server refuses callers that send none.',
  fix: 'Keep it optional.',
  judge({ after }) {
    return after ? 'The request body became required.' : undefined;
  },
});
