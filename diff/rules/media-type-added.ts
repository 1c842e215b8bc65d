import { defineRule } from './rule.js';
import { quote } from './values.js';

export const mediaTypeAdded = defineRule({
  id: 'media-type-added',
  on: 'media-type.added',
  contract: 'wire',
  impact: { request: 'non-breaking', response: 'dangerous' },
  summary: 'A media type was added.',
  why: 'Callers may go on sending what they sent; a caller that does not name a media type in Accept may now receive this one.',
  fix: 'Send the new media type only to callers that ask for it.',
  judge({ mediaType }) {
    return `The media type ${quote(mediaType)} was added.`;
  },
});
