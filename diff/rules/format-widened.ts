import { formatRelation, isDefinedFormat } from './format-relation.js';
import { defineRule, derived } from './rule.js';
import { quote } from './values.js';

export const formatWidened = defineRule({
  id: 'format-widened',
  on: 'schema.format.changed',
  contract: 'wire',
  impact: derived,
  summary: 'A format takes in more than it did.',
  why: 'Callers may go on sending what they sent; callers that read receive values that do not fit the former format.',
  fix: 'Send values of the former format, or put the new one beside it.',
  judge({ before, after, schemas }) {
    if (before === undefined || after === undefined) return undefined;
    if (!isDefinedFormat(before, schemas.base) || !isDefinedFormat(after, schemas.revision)) return undefined;
    if (formatRelation(before, after) !== 'wider') return undefined;
    return `The format was widened from ${quote(before)} to ${quote(after)}.`;
  },
});
