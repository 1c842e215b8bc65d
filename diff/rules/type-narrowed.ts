import { defineRule, derived } from './rule.js';
import { isSameText, typeRelation, typeText } from './type-relation.js';

export const typeNarrowed = defineRule({
  id: 'type-narrowed',
  on: 'schema.type.changed',
  contract: 'wire',
  impact: derived,
  summary: 'A type takes in less than it did.',
  why: 'Callers that send a type that was taken are refused; callers that read receive only what they know.',
  fix: 'Go on accepting the former type.',
  judge(change) {
    const { before, after } = change;
    if (isSameText(change)) return undefined;
    return typeRelation(before, after) === 'narrower'
      ? `The type was narrowed from ${typeText(before)} to ${typeText(after)}.`
      : undefined;
  },
});
