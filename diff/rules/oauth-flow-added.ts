import { defineRule } from './rule.js';
import { quote } from './values.js';

export const oauthFlowAdded = defineRule({
  id: 'oauth-flow-added',
  on: 'security-scheme.flow.added',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'An OAuth flow was added.',
  why: 'Callers may go on with the flow they use.',
  fix: 'Nothing needs to be done.',
  judge({ scheme, flow }) {
    return `The flow ${quote(flow)} was added to the security scheme ${quote(scheme)}.`;
  },
});
