import { defineRule } from './rule.js';
import { statusClass } from './status-class.js';
import { quote } from './values.js';

export const failureResponseRemoved = defineRule({
  id: 'failure-response-removed',
  on: 'response.removed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'A response with a status of failure was removed.',
  why: 'Code that handles this failure is no longer reached: the failure is told in another way, or counts as success now.',
  fix: 'Say what is answered in its place.',
  judge({ status, coveredBy }) {
    if (coveredBy !== undefined || statusClass(status) !== 'failure') return undefined;
    return `The response ${quote(status)} was removed.`;
  },
});
