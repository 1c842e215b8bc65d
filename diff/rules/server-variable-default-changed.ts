import { defineRule } from './rule.js';
import { quote } from './values.js';

export const serverVariableDefaultChanged = defineRule({
  id: 'server-variable-default-changed',
  on: 'server.variable.default.changed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'The default of a server variable changed.',
  why: 'Callers that give no value are sent to another address.',
  fix: 'Keep the default.',
  judge({ url, variable, before, after }) {
    return `The variable ${quote(variable)} of the server ${quote(url)} is ${quote(after)} unless given; it was ${quote(before)}.`;
  },
});
