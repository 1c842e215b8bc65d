import { defineRule } from './rule.js';
import { statusClass } from './status-class.js';
import { quote } from './values.js';

export const defaultResponseAdded = defineRule({
  id: 'default-response-added',
  on: 'response.added',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'The response for all other statuses was added.',
  why: 'It describes answers that callers had to expect already.',
  fix: 'Nothing needs to be done.',
  judge({ status, coveredBy }) {
    if (coveredBy !== undefined) return undefined;
    return statusClass(status) === 'default' ? `The response ${quote(status)} was added.` : undefined;
  },
});
