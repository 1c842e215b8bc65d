import { defineRule } from './rule.js';
import { quote } from './values.js';

export const headerDeprecated = defineRule({
  id: 'header-deprecated',
  on: 'header.deprecated.changed',
  contract: 'source',
  impact: 'non-breaking',
  summary: 'A response header became deprecated.',
  why: 'It still comes; linters and compilers mark the code that reads it.',
  fix: 'Say what to use instead, and when it goes.',
  judge({ header, status, after }) {
    return after ? `The header ${quote(header)} of the response ${quote(status)} became deprecated.` : undefined;
  },
});
