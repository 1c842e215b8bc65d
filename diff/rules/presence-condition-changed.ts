import { changed } from './changed.js';
import { defineRule } from './rule.js';
import { quote } from './values.js';

export const presenceConditionChanged = defineRule({
  id: 'presence-condition-changed',
  on: 'extension.changed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'The condition under which a part is there changed.',
  why: 'Callers meet it where they did not, or miss it where they had it.',
  fix: 'Keep the condition.',
  judge({ meaning, element, name, ...values }) {
    return meaning === 'presence' ? `The ${quote(name)} of the ${element} ${changed(values)}.` : undefined;
  },
});
