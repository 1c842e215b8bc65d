import { formatRelation, isDefinedFormat } from './format-relation.js';
import { defineRule, derived } from './rule.js';
import { quote } from './values.js';

export const formatChanged = defineRule({
  id: 'format-changed',
  on: 'schema.format.changed',
  contract: 'wire',
  impact: derived,
  summary: 'A defined format changed to another that neither contains nor is contained in it.',
  why: 'Receivers on either side get a notation they do not read.',
  fix: 'Add a second property or parameter with the new format.',
  judge({ before, after, schemas }) {
    if (before === undefined || after === undefined) return undefined;
    if (!isDefinedFormat(before, schemas.base) || !isDefinedFormat(after, schemas.revision)) return undefined;
    if (formatRelation(before, after) !== 'other') return undefined;
    return `The format changed from ${quote(before)} to ${quote(after)}.`;
  },
});
