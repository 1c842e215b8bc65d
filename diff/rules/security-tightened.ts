import { defineRule } from './rule.js';
import { list } from './values.js';

export const securityTightened = defineRule({
  id: 'security-tightened',
  on: 'security.changed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'A way of authenticating is no longer accepted.',
  why: 'Callers that come this way are refused.',
  fix: 'Go on accepting every way callers use.',
  judge({ refuses, accepts }) {
    if (refuses.length === 0) return undefined;
    const instead = accepts.length === 0 ? '' : `; ${list(accepts)} came in its place`;
    return `Access with ${list(refuses)} is no longer accepted${instead}.`;
  },
});
