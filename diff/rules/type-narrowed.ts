import { defineRule, derived } from './rule.js';
import { isSameText, typeRelation, typeTexts } from './type-relation.js';

export const typeNarrowed = defineRule({
  id: 'type-narrowed',
  on: 'schema.type.changed',
  contract: 'wire',
  impact: derived,
  summary: 'A type takes in less than it did.',
  why: 'Callers that send a type that was taken are refused; callers that read receive only what they know.',
  fix: 'Go on accepting the former type.',
  judge(change) {
    if (isSameText(change)) return undefined;
    if (typeRelation(change.before, change.after) !== 'narrower') return undefined;
    const [before, after] = typeTexts(change);
    return `The type was narrowed from ${before} to ${after}.`;
  },
});
