import { namesMoreTypes } from './content-types.js';
import { defineRule } from './rule.js';
import { quote, show } from './values.js';

export const encodingChanged = defineRule({
  id: 'encoding-changed',
  on: 'encoding.changed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'The way a part of a multipart or form body is written changed.',
  why: 'The same part is other bytes now: the receiver reads something else, or refuses it.',
  fix: 'Keep the encoding, or offer the new one under another media type.',
  judge({ property, keyword, before, after }) {
    if (keyword === 'allowReserved' || (keyword === 'contentType' && namesMoreTypes(before, after))) return undefined;
    const change = `from ${before === null ? 'the default' : show(before)} to ${after === null ? 'the default' : show(after)}`;
    return `The ${quote(keyword)} of the part ${quote(property)} changed ${change}.`;
  },
});
