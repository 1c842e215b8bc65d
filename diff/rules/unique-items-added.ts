import { defineRule, derived } from './rule.js';

export const uniqueItemsAdded = defineRule({
  id: 'unique-items-added',
  on: 'schema.unique-items.changed',
  contract: 'wire',
  impact: derived,
  summary: 'The items of an array must be different from each other.',
  why: 'Callers that send an item twice are refused.',
  fix: 'Go on accepting repeated items.',
  judge({ after }) {
    return after ? 'Items must now be different from each other.' : undefined;
  },
});
