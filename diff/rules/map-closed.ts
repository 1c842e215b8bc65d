import { defineRule, derived } from './rule.js';

export const mapClosed = defineRule({
  id: 'map-closed',
  on: 'schema.additional-properties.changed',
  contract: 'wire',
  impact: { request: derived, response: { refuted: 'breaking', included: 'breaking' } },
  summary: 'A map allows no entries any more.',
  why: 'Callers that send an entry are refused, and callers that read find none.',
  fix: 'Keep the entries.',
  judge({ after, isMap }) {
    return after === 'closed' && isMap ? 'Entries are no longer allowed in the map.' : undefined;
  },
});
