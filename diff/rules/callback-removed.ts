import { defineRule } from './rule.js';
import { quote } from './values.js';

export const callbackRemoved = defineRule({
  id: 'callback-removed',
  on: 'callback.removed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'A callback was removed.',
  why: 'Callers wait for a message that no longer comes.',
  fix: 'Go on sending it, and remove it in a later version.',
  judge({ callback }) {
    return `The callback ${quote(callback)} was removed.`;
  },
});
