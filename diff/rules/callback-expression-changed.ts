import { defineRule } from './rule.js';
import { quote } from './values.js';

export const callbackExpressionChanged = defineRule({
  id: 'callback-expression-changed',
  on: 'callback.expression.changed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'A callback goes to an address that is found in another way.',
  why: 'Callers that state the address where it was read before are not called back.',
  fix: 'Read the address in both places.',
  judge({ callback, before, after }) {
    return `The address of the callback ${quote(callback)} is ${quote(after)} instead of ${quote(before)}.`;
  },
});
