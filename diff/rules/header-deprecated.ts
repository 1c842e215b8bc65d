import { ownerOf } from './header-owner.js';
import { defineRule } from './rule.js';
import { quote } from './values.js';

export const headerDeprecated = defineRule({
  id: 'header-deprecated',
  on: 'header.deprecated.changed',
  contract: 'source',
  impact: 'non-breaking',
  summary: 'A header became deprecated.',
  why: 'It still comes; linters and compilers mark the code that reads it.',
  fix: 'Say what to use instead, and when it goes.',
  judge({ header, after, ...owner }) {
    return after ? `The header ${quote(header)} of ${ownerOf(owner)} became deprecated.` : undefined;
  },
});
