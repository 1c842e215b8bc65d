import { changed } from './changed.js';
import { defineRule } from './rule.js';

export const paginationChanged = defineRule({
  id: 'pagination-changed',
  on: 'extension.changed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'The way in which pages follow one another changed.',
  why: 'Clients that fetch page after page stop early, repeat, or fail.',
  fix: 'Offer the new way beside the former one.',
  judge({ meaning, element, ...values }) {
    return meaning === 'pagination' ? `The pagination of the ${element} ${changed(values)}.` : undefined;
  },
});
