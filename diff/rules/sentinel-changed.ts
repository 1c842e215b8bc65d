import { changed } from './changed.js';
import { defineRule } from './rule.js';

export const sentinelChanged = defineRule({
  id: 'sentinel-changed',
  on: 'extension.changed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'The value that stands for the absence of a value changed.',
  why: 'Readers take the sentinel for a value, or a value for the sentinel.',
  fix: 'Keep the sentinel.',
  judge({ meaning, element, ...values }) {
    return meaning === 'sentinel' ? `The sentinel of the ${element} ${changed(values)}.` : undefined;
  },
});
