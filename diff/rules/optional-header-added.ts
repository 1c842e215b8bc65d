import { ownerOf } from './header-owner.js';
import { defineRule } from './rule.js';
import { quote } from './values.js';

export const optionalHeaderAdded = defineRule({
  id: 'optional-header-added',
  on: 'header.added',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'An optional header was added.',
  why: 'Nobody has to send or read it.',
  fix: 'Nothing needs to be done.',
  judge({ header, required, ...owner }) {
    return required ? undefined : `The optional header ${quote(header)} was added to ${ownerOf(owner)}.`;
  },
});
