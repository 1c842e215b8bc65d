import { defineRule } from './rule.js';
import { list } from './values.js';

export const securityRestated = defineRule({
  id: 'security-restated',
  on: 'security.changed',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'The accepted ways of authenticating are written in another way.',
  why: 'What was accepted still is, and nothing else.',
  fix: 'Nothing needs to be done.',
  judge({ refuses, accepts, before, after }) {
    if (refuses.length > 0 || accepts.length > 0) return undefined;
    return `The accepted access is written as ${list(after)} instead of ${list(before)}.`;
  },
});
