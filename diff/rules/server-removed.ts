import { defineRule } from './rule.js';
import { quote } from './values.js';

export const serverRemoved = defineRule({
  id: 'server-removed',
  on: 'server.removed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'A server was removed.',
  why: 'Callers that use this address are no longer answered.',
  fix: 'Keep the server, or redirect from it.',
  judge({ url }) {
    return `The server ${quote(url)} was removed.`;
  },
});
