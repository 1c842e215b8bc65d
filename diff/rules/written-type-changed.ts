import { defineRule } from './rule.js';
import { isSameText, typeText } from './type-relation.js';

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
    return `The type changed from ${typeText(change.before)} to ${typeText(change.after)}, which is the same text where it is written.`;
  },
});
