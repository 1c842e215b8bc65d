import { defineRule } from './rule.js';
import { list } from './values.js';

export const webhookSecurityChanged = defineRule({
  id: 'webhook-security-changed',
  on: 'webhook.security.changed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'The API authenticates in another way when it calls.',
  why: 'Receivers that check what the API presents may refuse it.',
  fix: 'Go on presenting what receivers check.',
  judge({ before, after }) {
    return `The API presents ${list(after)} instead of ${list(before)}.`;
  },
});
