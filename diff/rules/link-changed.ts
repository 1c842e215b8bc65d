import { defineRule } from './rule.js';
import { quote, show } from './values.js';

export const linkChanged = defineRule({
  id: 'link-changed',
  on: 'link.changed',
  contract: 'source',
  impact: 'dangerous',
  summary: 'A link of a response changed.',
  why: 'Clients that are built from links call something else, or with other arguments; the bytes of the response stay the same.',
  fix: 'Add a second link.',
  judge({ link, status, before, after }) {
    return `The link ${quote(link)} of the response ${quote(status)} changed from ${show(before)} to ${show(after)}.`;
  },
});
