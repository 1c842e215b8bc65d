import { defineRule } from './rule.js';

export const nullRemoved = defineRule({
  id: 'null-removed',
  on: 'schema.null.changed',
  contract: 'wire',
  impact: { refuted: 'breaking', included: 'dangerous' },
  summary: 'Null is no longer allowed.',
  why: 'Callers that send null are refused; callers that read test for it in vain, and may take what comes in its place, such as 0, for a real value. Where another keyword than "nullable" refused it, tools differed.',
  fix: 'Go on accepting and sending null, or say what stands for it now.',
  judge({ after, sentinel }) {
    return after || sentinel !== undefined ? undefined : 'Null is no longer allowed.';
  },
});
