import { defineRule } from './rule.js';
import { show } from './values.js';

export const nullReplaced = defineRule({
  id: 'null-replaced',
  on: 'schema.null.changed',
  contract: 'wire',
  impact: { refuted: 'breaking', included: 'breaking' },
  summary: 'A value stands where null stood.',
  why: 'Callers that test for null take the new value for a real one, and no type tells them.',
  fix: 'Go on sending null, or put the value into a new property.',
  judge({ after, sentinel }) {
    if (after || sentinel === undefined) return undefined;
    const meaning = sentinel.means === undefined ? '' : `, meaning ${show(sentinel.means)}`;
    return `Null was replaced by ${show(sentinel.value)}${meaning}.`;
  },
});
