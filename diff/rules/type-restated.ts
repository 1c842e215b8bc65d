import { defineRule, derived } from './rule.js';
import { typeRelation, typeTexts } from './type-relation.js';

export const typeRestated = defineRule({
  id: 'type-restated',
  on: 'schema.type.changed',
  contract: 'wire',
  impact: derived,
  summary: 'A type is written in another way.',
  why: 'Values are taken as before, except for null where only one of the spellings accepts it.',
  fix: 'Where null was accepted, say so in the new spelling.',
  judge(change) {
    if (typeRelation(change.before, change.after) !== 'same') return undefined;
    const [before, after] = typeTexts(change);
    return `The type is written as ${after} instead of ${before}.`;
  },
});
