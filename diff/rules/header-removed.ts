import { ownerOf } from './header-owner.js';
import { defineRule } from './rule.js';
import { quote } from './values.js';

export const headerRemoved = defineRule({
  id: 'header-removed',
  on: 'header.removed',
  contract: 'wire',
  impact: { request: 'dangerous', response: 'breaking' },
  summary: 'A header was removed.',
  why: 'Callers that read it find nothing; where a caller answers the API, what the header says is no longer read.',
  fix: 'Go on sending the header and mark it as deprecated.',
  judge({ header, ...owner }) {
    return `The header ${quote(header)} was removed from ${ownerOf(owner)}.`;
  },
});
