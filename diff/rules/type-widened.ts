import { defineRule, derived } from './rule.js';
import { typeRelation, typeText } from './type-relation.js';

export const typeWidened = defineRule({
  id: 'type-widened',
  on: 'schema.type.changed',
  contract: 'wire',
  impact: derived,
  summary: 'A type takes in more than it did.',
  why: 'Callers may go on sending what they sent; callers that read receive values of a type they do not know.',
  fix: 'Send the former type, or put the new one beside it.',
  judge({ before, after }) {
    return typeRelation(before, after) === 'wider'
      ? `The type was widened from ${typeText(before)} to ${typeText(after)}.`
      : undefined;
  },
});
