import { defineRule } from './rule.js';
import { quote } from './values.js';

export const contentChanged = defineRule({
  id: 'content-changed',
  on: 'schema.content.changed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'The content of a text came, went or changed.',
  why: 'No validator checks it, but code that reads the text as one kind of content meets another.',
  fix: 'Add a second property with the new content.',
  judge({ keyword, before, after }) {
    if (before === undefined) return after === undefined ? undefined : `The ${keyword} ${quote(after)} was added.`;
    if (after === undefined) return `The ${keyword} ${quote(before)} was removed.`;
    return `The ${keyword} changed from ${quote(before)} to ${quote(after)}.`;
  },
});
