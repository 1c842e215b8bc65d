import { defineRule } from './rule.js';
import { quote } from './values.js';

export const oauthUrlAdded = defineRule({
  id: 'oauth-url-added',
  on: 'security-scheme.flow.changed',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'An address was added to an OAuth flow.',
  why: 'Callers may go on without it.',
  fix: 'Nothing needs to be done.',
  judge({ scheme, flow, keyword, before, after }) {
    if (before !== undefined || after === undefined) return undefined;
    const owner = `the flow ${quote(flow)} of the security scheme ${quote(scheme)}`;
    return `The ${quote(keyword)} ${quote(after)} was added to ${owner}.`;
  },
});
