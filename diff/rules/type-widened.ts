import { defineRule, derived } from './rule.js';
import { typeRelation, typeTexts } from './type-relation.js';

export const typeWidened = defineRule({
  id: 'type-widened',
  on: 'schema.type.changed',
  contract: 'wire',
  impact: derived,
  summary: 'A type takes in more than it did.',
  why: 'Callers may go on sending what they sent; callers that read receive values of a type they do not know.',
  fix: 'Send the former type, or put the new one beside it.',
  judge(change) {
    if (typeRelation(change.before, change.after) !== 'wider') return undefined;
    const [before, after] = typeTexts(change);
    return `The type was widened from ${before} to ${after}.`;
  },
});
