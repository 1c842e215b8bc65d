import { defineRule } from './rule.js';
import { list } from './values.js';

export const securityLoosened = defineRule({
  id: 'security-loosened',
  on: 'security.changed',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'A further way of authenticating is accepted.',
  why: 'Callers may go on as before.',
  fix: 'Nothing needs to be done.',
  judge({ refuses, accepts }) {
    if (refuses.length > 0 || accepts.length === 0) return undefined;
    return `Access with ${list(accepts)} is accepted too.`;
  },
});
