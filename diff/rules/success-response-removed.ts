import { defineRule } from './rule.js';
import { statusClass } from './status-class.js';
import { quote } from './values.js';

export const successResponseRemoved = defineRule({
  id: 'success-response-removed',
  on: 'response.removed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'A response with a status of success or redirection was removed.',
  why: 'Callers wait for an answer that no longer comes; where the API reads the response, it no longer takes this one.',
  fix: 'Go on answering with this status.',
  judge({ status, coveredBy }) {
    if (coveredBy !== undefined || statusClass(status) !== 'success') return undefined;
    return `The response ${quote(status)} was removed.`;
  },
});
