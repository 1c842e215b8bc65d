import { defineRule, derived } from './rule.js';

export const mapWidened = defineRule({
  id: 'map-widened',
  on: 'schema.additional-properties.changed',
  contract: 'wire',
  impact: derived,
  summary: 'The entries of a map may have more values than before.',
  why: 'Callers may go on sending what they sent; callers that read receive entries of a kind they do not know.',
  fix: 'Send only entries of the former kind.',
  judge({ before, after, isMap }) {
    if (!isMap || after === 'closed' || before === 'open') return undefined;
    return after === 'open'
      ? 'The entries of the map may now have any value.'
      : 'The map may now have entries, when they match a schema.';
  },
});
