import { defineRule } from './rule.js';
import { quote } from './values.js';

export const serverUrlChanged = defineRule({
  id: 'server-url-changed',
  on: 'server.url.changed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'The address of a server changed.',
  why: 'Callers that use the former address are no longer answered.',
  fix: 'Keep the former address, or redirect from it.',
  judge({ part, before, after }) {
    return `The ${part} of the server ${quote(before)} changed: it is ${quote(after)} now.`;
  },
});
