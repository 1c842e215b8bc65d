import { defineRule, derived } from './rule.js';
import { list } from './values.js';

export const enumValueRenamed = defineRule({
  id: 'enum-value-renamed',
  on: 'schema.enum.changed',
  contract: 'wire',
  impact: { request: derived, response: { refuted: 'breaking', included: 'breaking' } },
  summary: 'A listed value has another name, as the document says, or was split into several.',
  why: 'Callers that send the former value are refused; callers that wait for it wait for ever.',
  fix: 'Go on with the former value, or offer the new ones in a property of their own.',
  judge({ added, removed, part }) {
    if (part !== 'renamed') return undefined;
    return `The value ${list(removed)} ${added.length === 1 ? 'is called' : 'was split into'} ${list(added)}${added.length === 1 ? ' now' : ''}.`;
  },
});
