import { ownerOf } from './header-owner.js';
import { defineRule } from './rule.js';
import { quote } from './values.js';

export const headerBecameOptional = defineRule({
  id: 'header-became-optional',
  on: 'header.required.changed',
  contract: 'wire',
  impact: { request: 'non-breaking', response: 'breaking' },
  summary: 'A required header became optional.',
  why: 'Callers can no longer count on receiving it.',
  fix: 'Go on sending it every time.',
  judge({ header, after, ...owner }) {
    return after ? undefined : `The header ${quote(header)} of ${ownerOf(owner)} became optional.`;
  },
});
