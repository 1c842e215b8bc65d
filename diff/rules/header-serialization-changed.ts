import { notationChanged } from './changed.js';
import { ownerOf } from './header-owner.js';
import { defineRule } from './rule.js';
import { quote } from './values.js';

export const headerSerializationChanged = defineRule({
  id: 'header-serialization-changed',
  on: 'header.serialization.changed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'The way the value of a header is written changed.',
  why: 'The same value is other bytes now: the receiver reads something else, or nothing.',
  fix: 'Keep the notation, or add a second header with the new one.',
  judge({ header, keyword, before, after, ...owner }) {
    const name = `the header ${quote(header)} of ${ownerOf(owner)}`;
    return notationChanged(name, keyword, before, after);
  },
});
