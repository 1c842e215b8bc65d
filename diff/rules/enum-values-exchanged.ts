import { defineRule, derived } from './rule.js';
import { list } from './values.js';

export const enumValuesExchanged = defineRule({
  id: 'enum-values-exchanged',
  on: 'schema.enum.changed',
  contract: 'wire',
  impact: { request: derived, response: { refuted: 'dangerous', included: 'non-breaking' } },
  summary: 'Some listed values were removed and others added.',
  why: 'Callers that send a removed value are refused; callers that read receive a value they have no case for.',
  fix: 'Go on accepting the removed values, and tell callers beforehand to expect further ones.',
  judge({ before, added, removed, part }) {
    if (part === 'renamed' || added.length === 0 || removed.length === 0) return undefined;
    if (part === undefined && removed.length === before?.length) return undefined;
    return `Listed values changed: ${list(removed)} went and ${list(added)} came.`;
  },
});
