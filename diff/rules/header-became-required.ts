import { ownerOf } from './header-owner.js';
import { defineRule } from './rule.js';
import { quote } from './values.js';

export const headerBecameRequired = defineRule({
  id: 'header-became-required',
  on: 'header.required.changed',
  contract: 'wire',
  impact: { request: 'breaking', response: 'non-breaking' },
  summary: 'An optional header became required.',
  why: 'Callers receive it more often; where a caller answers the API, it has to send it now.',
  fix: 'Keep the header optional where callers send it.',
  judge({ header, after, ...owner }) {
    return after ? `The header ${quote(header)} of ${ownerOf(owner)} became required.` : undefined;
  },
});
