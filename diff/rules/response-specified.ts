import { defineRule } from './rule.js';
import { quote } from './values.js';

export const responseSpecified = defineRule({
  id: 'response-specified',
  on: 'response.added',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'A status that a range or the default answered for has a response of its own.',
  why: 'The status could come before; what differs in its content is told by itself.',
  fix: 'Nothing needs to be done.',
  judge({ status, coveredBy }) {
    return coveredBy === undefined
      ? undefined
      : `The response ${quote(status)} was part of ${quote(coveredBy)} before.`;
  },
});
