import { defineRule } from './rule.js';
import { quote } from './values.js';

export const linkRemoved = defineRule({
  id: 'link-removed',
  on: 'link.removed',
  contract: 'source',
  impact: 'dangerous',
  summary: 'A link was removed from a response.',
  why: 'Clients that are built from links lose a way to go on; the bytes of the response stay the same.',
  fix: 'Keep the link.',
  judge({ link, status }) {
    return `The link ${quote(link)} was removed from the response ${quote(status)}.`;
  },
});
