import { defineRule } from './rule.js';
import { quote } from './values.js';

export const oauthUrlChanged = defineRule({
  id: 'oauth-url-changed',
  on: 'security-scheme.flow.changed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'An address of an OAuth flow changed or went.',
  why: 'Callers that know the former address get no token there.',
  fix: 'Answer at both addresses, or redirect.',
  judge({ scheme, flow, keyword, before, after }) {
    if (before === undefined) return undefined;
    const name = `${quote(keyword)} of the flow ${quote(flow)} of the security scheme ${quote(scheme)}`;
    return after === undefined
      ? `The ${name} was removed; it was ${quote(before)}.`
      : `The ${name} changed from ${quote(before)} to ${quote(after)}.`;
  },
});
