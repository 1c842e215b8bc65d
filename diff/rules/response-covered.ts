import { defineRule } from './rule.js';
import { quote } from './values.js';

export const responseCovered = defineRule({
  id: 'response-covered',
  on: 'response.removed',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'A response was removed whose status a range or the default still answers for.',
  why: 'The status may come as before; what differs in its content is told by itself.',
  fix: 'Nothing needs to be done.',
  judge({ status, coveredBy }) {
    return coveredBy === undefined ? undefined : `The response ${quote(status)} is now part of ${quote(coveredBy)}.`;
  },
});
