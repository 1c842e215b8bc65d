import { defineRule } from './rule.js';

export const webhookAdded = defineRule({
  id: 'webhook-added',
  on: 'webhook.added',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'A webhook was added.',
  why: 'Nobody has subscribed to it yet.',
  fix: 'Nothing needs to be done.',
  judge() {
    return 'The webhook was added.';
  },
});
