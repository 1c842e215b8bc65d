import { ownerOf } from './header-owner.js';
import { defineRule } from './rule.js';
import { quote } from './values.js';

export const requiredHeaderAdded = defineRule({
  id: 'required-header-added',
  on: 'header.added',
  contract: 'wire',
  impact: { request: 'breaking', response: 'non-breaking' },
  summary: 'A required header was added.',
  why: 'Callers may ignore it; where a caller answers the API, it does not send the header yet.',
  fix: 'Make the header optional where callers send it.',
  judge({ header, required, ...owner }) {
    return required ? `The required header ${quote(header)} was added to ${ownerOf(owner)}.` : undefined;
  },
});
