import { breakingBehaviors } from '../extensions/behaviors.js';
import { defineRule } from './rule.js';
import { sentences } from './values.js';

export const behaviorBroken = defineRule({
  id: 'behavior-broken',
  on: 'extension.changed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'A behaviour came or changed that is stated to break callers.',
  why: 'The bytes have the same form, and mean something else or come at another time.',
  fix: 'Offer the new behaviour as a choice.',
  judge({ meaning, before, after }) {
    const breaking = breakingBehaviors(before, after);
    if (meaning !== 'behavior' || breaking.length === 0) return undefined;
    return `The behaviour changed: ${sentences(breaking)}.`;
  },
});
