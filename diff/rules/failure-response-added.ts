import { defineRule } from './rule.js';
import { statusClass } from './status-class.js';
import { quote } from './values.js';

export const failureResponseAdded = defineRule({
  id: 'failure-response-added',
  on: 'response.added',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'A response with a status of failure was added.',
  why: 'Any operation may fail, and callers treat a status they do not know like the general one of its class, 422 like 400.',
  fix: 'Nothing needs to be done.',
  judge({ status, coveredBy }) {
    if (coveredBy !== undefined) return undefined;
    return statusClass(status) === 'failure' ? `The response ${quote(status)} was added.` : undefined;
  },
});
