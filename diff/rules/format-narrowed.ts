import { formatRelation, isDefinedFormat } from './format-relation.js';
import { defineRule, derived } from './rule.js';
import { quote } from './values.js';

export const formatNarrowed = defineRule({
  id: 'format-narrowed',
  on: 'schema.format.changed',
  contract: 'wire',
  impact: derived,
  summary: 'A format takes in less than it did.',
  why: 'Callers that send a value outside the new format are refused.',
  fix: 'Go on accepting the former format.',
  judge({ before, after, schemas }) {
    if (before === undefined || after === undefined) return undefined;
    if (!isDefinedFormat(before, schemas.base) || !isDefinedFormat(after, schemas.revision)) return undefined;
    if (formatRelation(before, after) !== 'narrower') return undefined;
    return `The format was narrowed from ${quote(before)} to ${quote(after)}.`;
  },
});
