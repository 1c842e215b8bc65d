import { defineRule } from './rule.js';
import { quote } from './values.js';

export const oauthScopeAdded = defineRule({
  id: 'oauth-scope-added',
  on: 'security-scheme.scope.added',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'A scope was added to an OAuth flow.',
  why: 'Nobody has to ask for it; an operation that needs it says so itself.',
  fix: 'Nothing needs to be done.',
  judge({ scheme, flow, scope }) {
    return `The scope ${quote(scope)} was added to the flow ${quote(flow)} of the security scheme ${quote(scheme)}.`;
  },
});
