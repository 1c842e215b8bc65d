import { changed } from './changed.js';
import { defineRule } from './rule.js';

export const statedContentChanged = defineRule({
  id: 'stated-content-changed',
  on: 'extension.changed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'The stated content of a text came, went or changed.',
  why: 'Code that reads the text as one kind of content meets another.',
  fix: 'Add a second property with the new content.',
  judge({ meaning, element, ...values }) {
    return meaning === 'content' ? `The content of the ${element} ${changed(values)}.` : undefined;
  },
});
