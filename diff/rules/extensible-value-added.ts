import { withoutItems } from '../extensions/extension-items.js';
import { defineRule } from './rule.js';
import { list } from './values.js';

export const extensibleValueAdded = defineRule({
  id: 'extensible-value-added',
  on: 'extension.changed',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'A value was added to a list that may grow.',
  why: 'The list is stated to be open: readers have to expect values they do not know.',
  fix: 'Nothing needs to be done.',
  judge({ meaning, element, before, after }) {
    if (meaning !== 'open-values' || withoutItems(before, after).length > 0) return undefined;
    return `The open list of values of the ${element} names ${list(withoutItems(after, before))} too.`;
  },
});
