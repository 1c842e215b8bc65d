import { defineRule, derived } from './rule.js';
import { list } from './values.js';

export const enumReplaced = defineRule({
  id: 'enum-replaced',
  on: 'schema.enum.changed',
  contract: 'wire',
  impact: derived,
  summary: 'All listed values were replaced by others.',
  why: 'No value that callers send or read is one of the new ones.',
  fix: 'Add the new values beside the former ones, or use a new property.',
  judge({ before, added, removed, part }) {
    if (part !== undefined || added.length === 0 || removed.length === 0 || removed.length !== before?.length)
      return undefined;
    return `All listed values were replaced: ${list(removed)} by ${list(added)}.`;
  },
});
