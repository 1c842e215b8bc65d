import { defineRule } from './rule.js';
import { show } from './values.js';

export const defaultChanged = defineRule({
  id: 'default-changed',
  on: 'schema.default.changed',
  contract: 'wire',
  impact: { request: 'dangerous', response: 'non-breaking' },
  summary: 'A default came, went or changed.',
  why: 'Callers that leave the value out get another behaviour, and nobody tells them; callers that read see the value that is sent.',
  fix: 'Keep the default, or demand the value.',
  judge({ before, after }) {
    if (before === undefined) return after === undefined ? undefined : `The default ${show(after)} was added.`;
    if (after === undefined) return `The default ${show(before)} was removed.`;
    return `The default changed from ${show(before)} to ${show(after)}.`;
  },
});
