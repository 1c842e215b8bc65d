import { defineRule, derived } from './rule.js';

export const nullRemoved = defineRule({
  id: 'null-removed',
  on: 'schema.null.changed',
  contract: 'wire',
  impact: { request: derived, response: { refuted: 'breaking', included: 'dangerous' } },
  summary: 'Null is no longer allowed.',
  why: 'Callers that send null are refused; in callers that read, the test for null goes dead, and a value such as 0 may come in its place that they take for a real one.',
  fix: 'Go on accepting and sending null, or say what stands for it now.',
  judge({ after, sentinel }) {
    return after || sentinel !== undefined ? undefined : 'Null is no longer allowed.';
  },
});
