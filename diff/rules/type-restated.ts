import { defineRule, derived } from './rule.js';
import { typeRelation, typeText } from './type-relation.js';

export const typeRestated = defineRule({
  id: 'type-restated',
  on: 'schema.type.changed',
  contract: 'wire',
  impact: derived,
  summary: 'A type is written in another way.',
  why: 'Values are taken as before, except for null where only one of the spellings accepts it.',
  fix: 'Where null was accepted, say so in the new spelling.',
  judge({ before, after }) {
    return typeRelation(before, after) === 'same'
      ? `The type is written as ${typeText(after)} instead of ${typeText(before)}.`
      : undefined;
  },
});
