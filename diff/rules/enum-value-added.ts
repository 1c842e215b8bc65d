import { defineRule, derived } from './rule.js';
import { list } from './values.js';

export const enumValueAdded = defineRule({
  id: 'enum-value-added',
  on: 'schema.enum.changed',
  contract: 'wire',
  impact: { request: derived, response: { refuted: 'dangerous', included: 'non-breaking' } },
  summary: 'A listed value was added.',
  why: 'Callers need not send it; callers that read receive a value they have no case for.',
  fix: 'Tell callers beforehand to expect further values.',
  judge({ added, removed }) {
    if (added.length === 0 || removed.length > 0) return undefined;
    return `The ${added.length === 1 ? 'value' : 'values'} ${list(added)} ${added.length === 1 ? 'was' : 'were'} added.`;
  },
});
