import { withoutItems } from '../extensions/extension-items.js';
import { defineRule } from './rule.js';
import { list } from './values.js';

export const extensibleValueRemoved = defineRule({
  id: 'extensible-value-removed',
  on: 'extension.changed',
  contract: 'wire',
  impact: { request: 'dangerous', response: 'non-breaking' },
  summary: 'A value was removed from a list that may grow.',
  why: 'Callers that send the value may be refused, or served in another way.',
  fix: 'Go on accepting the value.',
  judge({ meaning, element, before, after }) {
    const removed = withoutItems(before, after);
    if (meaning !== 'open-values' || removed.length === 0) return undefined;
    return `The open list of values of the ${element} no longer names ${list(removed)}.`;
  },
});
