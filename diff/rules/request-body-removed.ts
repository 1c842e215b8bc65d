import { defineRule } from './rule.js';

export const requestBodyRemoved = defineRule({
  id: 'request-body-removed',
  on: 'request-body.removed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'The request body was removed.',
  why: 'What callers send in it is refused or no longer read; where the API sends it, receivers miss it.',
  fix: 'Go on accepting the body.',
  judge({ body }) {
    return body.required ? 'The required request body was removed.' : 'The optional request body was removed.';
  },
});
