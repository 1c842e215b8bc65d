import { defineRule, derived } from './rule.js';

export const uniqueItemsRemoved = defineRule({
  id: 'unique-items-removed',
  on: 'schema.unique-items.changed',
  contract: 'wire',
  impact: derived,
  summary: 'The items of an array may repeat.',
  why: 'Callers that read may receive an item twice where they count on once.',
  fix: 'Go on sending each item once.',
  judge({ after }) {
    return after ? undefined : 'Items may now repeat.';
  },
});
