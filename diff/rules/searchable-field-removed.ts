import { withoutItems } from '../extensions/extension-items.js';
import { defineRule } from './rule.js';
import { list } from './values.js';

export const searchableFieldRemoved = defineRule({
  id: 'searchable-field-removed',
  on: 'extension.changed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'A field can no longer be searched by.',
  why: 'Queries by it are refused, or find nothing.',
  fix: 'Go on searching by the field.',
  judge({ meaning, element, before, after }) {
    const removed = withoutItems(before, after);
    if (meaning !== 'searchable-fields' || removed.length === 0) return undefined;
    return `The ${element} can no longer be searched by ${list(removed)}.`;
  },
});
