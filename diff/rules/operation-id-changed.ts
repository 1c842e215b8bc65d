import { defineRule } from './rule.js';
import { quote } from './values.js';

export const operationIdChanged = defineRule({
  id: 'operation-id-changed',
  on: 'operation.id.changed',
  contract: 'source',
  impact: 'breaking',
  summary: 'The operationId of an operation came, went or changed.',
  why: 'Generated clients name the method after it, so code that calls the method no longer compiles; requests stay the same.',
  fix: 'Keep the operationId, or tell the code generator the former name.',
  judge({ before, after }) {
    if (before === undefined) return after === undefined ? undefined : `The operationId ${quote(after)} was added.`;
    if (after === undefined) return `The operationId ${quote(before)} was removed.`;
    return `The operationId changed from ${quote(before)} to ${quote(after)}.`;
  },
});
