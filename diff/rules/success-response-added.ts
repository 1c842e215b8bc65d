import { defineRule } from './rule.js';
import { statusClass } from './status-class.js';
import { quote } from './values.js';

export const successResponseAdded = defineRule({
  id: 'success-response-added',
  on: 'response.added',
  contract: 'wire',
  impact: { request: 'non-breaking', response: 'dangerous' },
  summary: 'A response with a status of success or redirection was added.',
  why: 'Callers that test for the statuses they know do not take the new one for success.',
  fix: 'Answer with a status that callers know unless they ask for more.',
  judge({ status, coveredBy }) {
    if (coveredBy !== undefined) return undefined;
    return statusClass(status) === 'success' ? `The response ${quote(status)} was added.` : undefined;
  },
});
