import { defineRule } from './rule.js';
import { list } from './values.js';

export const parametersReordered = defineRule({
  id: 'parameters-reordered',
  on: 'operation.parameters.reordered',
  contract: 'source',
  impact: 'non-breaking',
  level: 'off',
  summary: 'The parameters of an operation are listed in another order.',
  why: 'Nothing on the wire has this order; a generated method that takes its arguments by position does.',
  fix: 'Keep the order, or generate methods that take arguments by name.',
  judge({ before, after }) {
    return `The parameters are listed as ${list(after)} instead of ${list(before)}.`;
  },
});
