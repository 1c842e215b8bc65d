import { defineRule } from './rule.js';

export const requestBodyBecameOptional = defineRule({
  id: 'request-body-became-optional',
  on: 'request-body.required.changed',
  contract: 'wire',
  impact: { request: 'non-breaking', response: 'breaking' },
  summary: 'A required request body became optional.',
  why: 'Callers may leave it out; where the API sends it, receivers can no longer count on it.',
  fix: 'Go on sending it where the API is the sender.',
  judge({ after }) {
    return after ? undefined : 'The request body became optional.';
  },
});
