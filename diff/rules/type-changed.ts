import { defineRule, derived } from './rule.js';
import { isSameText, typeRelation, typeTexts } from './type-relation.js';

export const typeChanged = defineRule({
  id: 'type-changed',
  on: 'schema.type.changed',
  contract: 'wire',
  impact: derived,
  summary: 'A type changed to another that neither contains nor is contained in it.',
  why: 'Receivers on either side get a value of a type they do not read.',
  fix: 'Add a second property or parameter with the new type.',
  judge(change) {
    if (isSameText(change)) return undefined;
    if (typeRelation(change.before, change.after) !== 'other') return undefined;
    const [before, after] = typeTexts(change);
    return `The type changed from ${before} to ${after}.`;
  },
});
