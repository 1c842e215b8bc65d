import { defineRule } from './rule.js';
import { quote } from './values.js';

export const oauthScopeRemoved = defineRule({
  id: 'oauth-scope-removed',
  on: 'security-scheme.scope.removed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'A scope was removed from an OAuth flow.',
  why: 'An authorization server refuses a request for a scope it does not know.',
  fix: 'Go on accepting the scope, even where it gives no rights.',
  judge({ scheme, flow, scope }) {
    return `The scope ${quote(scope)} was removed from the flow ${quote(flow)} of the security scheme ${quote(scheme)}.`;
  },
});
