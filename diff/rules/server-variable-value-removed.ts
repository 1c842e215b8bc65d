import { defineRule } from './rule.js';
import { list, quote } from './values.js';

export const serverVariableValueRemoved = defineRule({
  id: 'server-variable-value-removed',
  on: 'server.variable.enum.changed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'A variable of a server no longer takes every value it took.',
  why: 'Callers that use such an address are no longer answered.',
  fix: 'Keep the value.',
  judge({ url, variable, before, after, removed }) {
    const name = `the variable ${quote(variable)} of the server ${quote(url)}`;
    if (before === undefined)
      return after === undefined ? undefined : `Of all values ${name} takes ${list(after)} only.`;
    return removed.length === 0 ? undefined : `The values ${list(removed)} were removed from ${name}.`;
  },
});
