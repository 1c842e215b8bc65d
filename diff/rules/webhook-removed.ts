import { defineRule } from './rule.js';

export const webhookRemoved = defineRule({
  id: 'webhook-removed',
  on: 'webhook.removed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'A webhook was removed.',
  why: 'Receivers wait for a message that no longer comes.',
  fix: 'Go on sending it, mark it as deprecated, and remove it in a later version.',
  judge({ operation }) {
    return operation.deprecated ? 'The webhook was removed; it was deprecated before.' : 'The webhook was removed.';
  },
});
