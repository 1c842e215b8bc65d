import { defineRule } from './rule.js';
import { quote } from './values.js';

export const oauthFlowRemoved = defineRule({
  id: 'oauth-flow-removed',
  on: 'security-scheme.flow.removed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'An OAuth flow was removed.',
  why: 'Callers that get their tokens by it get none.',
  fix: 'Go on offering every flow callers use.',
  judge({ scheme, flow }) {
    return `The flow ${quote(flow)} was removed from the security scheme ${quote(scheme)}.`;
  },
});
