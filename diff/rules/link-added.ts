import { defineRule } from './rule.js';
import { quote } from './values.js';

export const linkAdded = defineRule({
  id: 'link-added',
  on: 'link.added',
  contract: 'source',
  impact: 'non-breaking',
  summary: 'A link was added to a response.',
  why: 'No caller follows it yet.',
  fix: 'Nothing needs to be done.',
  judge({ link, status }) {
    return `The link ${quote(link)} was added to the response ${quote(status)}.`;
  },
});
