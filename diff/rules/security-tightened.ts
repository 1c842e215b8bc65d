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
  judge({ refuses, before, after }) {
    if (refuses.length === 0) return undefined;
    const instead = after.filter((alternative) => !before.includes(alternative));
    const stated = instead.length === 0 ? '' : `; ${list(instead)} came in its place`;
    return `Access with ${list(refuses)} is no longer accepted${stated}.`;
  },
});
