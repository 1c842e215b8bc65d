import { defineRule } from './rule.js';
import { list, quote } from './values.js';

export const serverVariableValueAdded = defineRule({
  id: 'server-variable-value-added',
  on: 'server.variable.enum.changed',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'A variable of a server takes more values.',
  why: 'Callers may go on using the address they use.',
  fix: 'Nothing needs to be done.',
  judge({ url, variable, before, after, added, removed }) {
    const name = `the variable ${quote(variable)} of the server ${quote(url)}`;
    if (before === undefined || removed.length > 0) return undefined;
    return after === undefined ? `Any value is taken by ${name}.` : `The values ${list(added)} were added to ${name}.`;
  },
});
