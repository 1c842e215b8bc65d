import { defineRule } from './rule.js';
import { quote } from './values.js';

export const defaultServerChanged = defineRule({
  id: 'default-server-changed',
  on: 'server.default.changed',
  contract: 'source',
  impact: 'non-breaking',
  level: 'off',
  summary: 'Another server stands first.',
  why: 'Every server is where it was; a client that takes the first one calls another.',
  fix: 'Keep the order, or generate clients that are told which server to use.',
  judge({ before, after }) {
    return `The first server is ${quote(after)} instead of ${quote(before)}.`;
  },
});
