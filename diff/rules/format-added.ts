import { isDefinedFormat } from './format-relation.js';
import { defineRule, derived } from './rule.js';
import { quote } from './values.js';

export const formatAdded = defineRule({
  id: 'format-added',
  on: 'schema.format.changed',
  contract: 'wire',
  impact: derived,
  summary: 'A defined format was added.',
  why: 'Callers that send a value in another notation are refused; callers that read receive only what they know.',
  fix: 'Go on accepting values without the format.',
  judge({ before, after, schemas }) {
    if (before !== undefined || after === undefined || !isDefinedFormat(after, schemas.revision)) return undefined;
    return `The format ${quote(after)} was added.`;
  },
});
