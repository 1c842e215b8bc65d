import { changed } from './changed.js';
import { defineRule } from './rule.js';
import { quote } from './values.js';

export const statedConstraintChanged = defineRule({
  id: 'stated-constraint-changed',
  on: 'extension.changed',
  contract: 'wire',
  impact: { request: 'dangerous', response: 'non-breaking' },
  summary: 'A constraint that no keyword expresses came, went or changed.',
  why: 'Requests that were accepted may be refused, or changed before they are used.',
  fix: 'Accept what was accepted.',
  judge({ meaning, element, name, ...values }) {
    return meaning === 'constraint' ? `The ${quote(name)} of the ${element} ${changed(values)}.` : undefined;
  },
});
