import { defineRule } from './rule.js';
import { quote } from './values.js';

export const callbackAdded = defineRule({
  id: 'callback-added',
  on: 'callback.added',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'A callback was added.',
  why: 'Nobody has asked to be called back this way yet.',
  fix: 'Nothing needs to be done.',
  judge({ callback }) {
    return `The callback ${quote(callback)} was added.`;
  },
});
