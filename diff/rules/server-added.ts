import { defineRule } from './rule.js';
import { quote } from './values.js';

export const serverAdded = defineRule({
  id: 'server-added',
  on: 'server.added',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'A server was added.',
  why: 'No caller uses it yet.',
  fix: 'Nothing needs to be done.',
  judge({ url }) {
    return `The server ${quote(url)} was added.`;
  },
});
