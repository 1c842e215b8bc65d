import { ownerOf } from './header-owner.js';
import { defineRule } from './rule.js';
import { quote } from './values.js';

export const headerUndeprecated = defineRule({
  id: 'header-undeprecated',
  on: 'header.deprecated.changed',
  contract: 'source',
  impact: 'non-breaking',
  summary: 'A header is no longer deprecated.',
  why: 'Callers may go on reading it.',
  fix: 'Nothing needs to be done.',
  judge({ header, after, ...owner }) {
    return after ? undefined : `The header ${quote(header)} of ${ownerOf(owner)} is no longer deprecated.`;
  },
});
