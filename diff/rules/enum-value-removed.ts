import { defineRule, derived } from './rule.js';
import { list } from './values.js';

export const enumValueRemoved = defineRule({
  id: 'enum-value-removed',
  on: 'schema.enum.changed',
  contract: 'wire',
  impact: derived,
  summary: 'A listed value was removed.',
  why: 'Callers that send it are refused; callers that read no longer receive it.',
  fix: 'Go on accepting the value.',
  judge({ added, removed }) {
    if (removed.length === 0 || added.length > 0) return undefined;
    return `The ${removed.length === 1 ? 'value' : 'values'} ${list(removed)} ${removed.length === 1 ? 'was' : 'were'} removed.`;
  },
});
