import { namesMoreTypes } from './content-types.js';
import { defineRule } from './rule.js';
import { quote, show } from './values.js';

export const encodingContentTypesAdded = defineRule({
  id: 'encoding-content-types-added',
  on: 'encoding.changed',
  contract: 'wire',
  impact: { request: 'non-breaking', response: 'dangerous' },
  summary: 'A part of a multipart body may have more content types.',
  why: 'Callers may go on sending what they sent; where the API is the sender, receivers get content types they did not get before.',
  fix: 'Send the former content types to receivers that know no others.',
  judge({ property, keyword, before, after }) {
    if (keyword !== 'contentType' || !namesMoreTypes(before, after)) return undefined;
    return `The part ${quote(property)} may have more content types: ${show(after)} instead of ${show(before)}.`;
  },
});
