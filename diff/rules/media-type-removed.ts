import { defineRule } from './rule.js';
import { quote } from './values.js';

export const mediaTypeRemoved = defineRule({
  id: 'media-type-removed',
  on: 'media-type.removed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'A media type was removed.',
  why: 'Callers that send it are refused, and callers that read it get something else or nothing.',
  fix: 'Go on accepting and offering it.',
  judge({ mediaType }) {
    return `The media type ${quote(mediaType)} was removed.`;
  },
});
