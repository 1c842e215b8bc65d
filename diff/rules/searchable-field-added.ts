import { withoutItems } from '../extensions/extension-items.js';
import { defineRule } from './rule.js';
import { list } from './values.js';

export const searchableFieldAdded = defineRule({
  id: 'searchable-field-added',
  on: 'extension.changed',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'A field can be searched by.',
  why: 'Callers may go on with the fields they use.',
  fix: 'Nothing needs to be done.',
  judge({ meaning, element, before, after }) {
    if (meaning !== 'searchable-fields' || withoutItems(before, after).length > 0) return undefined;
    return `The ${element} can be searched by ${list(withoutItems(after, before))} too.`;
  },
});
