import { isDefinedFormat } from './format-relation.js';
import { defineRule, derived } from './rule.js';
import { quote } from './values.js';

export const formatRemoved = defineRule({
  id: 'format-removed',
  on: 'schema.format.changed',
  contract: 'wire',
  impact: derived,
  summary: 'A defined format was removed.',
  why: 'Callers that read count on a notation that values need not have any more.',
  fix: 'Go on sending values in this format, and say so.',
  judge({ before, after, schemas }) {
    if (before === undefined || after !== undefined || !isDefinedFormat(before, schemas.base)) return undefined;
    return `The format ${quote(before)} was removed.`;
  },
});
