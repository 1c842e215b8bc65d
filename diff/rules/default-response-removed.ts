import { defineRule } from './rule.js';
import { statusClass } from './status-class.js';
import { quote } from './values.js';

export const defaultResponseRemoved = defineRule({
  id: 'default-response-removed',
  on: 'response.removed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'The response for all other statuses was removed.',
  why: 'What comes with a status that is not listed has no description any more, so code that reads it has nothing to go by.',
  fix: 'List the statuses that it stood for.',
  judge({ status, coveredBy }) {
    if (coveredBy !== undefined || statusClass(status) !== 'default') return undefined;
    return `The response ${quote(status)} was removed.`;
  },
});
