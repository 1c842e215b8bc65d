import { defineRule } from './rule.js';
import { isSameText, typeTexts } from './type-relation.js';

export const writtenTypeChanged = defineRule({
  id: 'written-type-changed',
  on: 'schema.type.changed',
  contract: 'source',
  impact: 'breaking',
  summary: 'The type of a parameter or header changed, and what stands in the URL or header is taken as before.',
  why: 'A number and its digits are the same text there, so no request changes; code that is compiled against a client has the other type.',
  fix: 'Keep the type in the document where callers need not know of the change.',
  judge(change) {
    if (!isSameText(change)) return undefined;
    const [before, after] = typeTexts(change);
    return `The type changed from ${before} to ${after}, which is the same text where it is written.`;
  },
});
