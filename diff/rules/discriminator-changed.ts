import { defineRule } from './rule.js';
import { quote } from './values.js';

export const discriminatorChanged = defineRule({
  id: 'discriminator-changed',
  on: 'schema.discriminator.changed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'The discriminator came, went or changed.',
  why: 'It does not decide which values are valid, but code that picks an alternative by it reads another property.',
  fix: 'Keep the discriminator.',
  judge({ before, after }) {
    if (before === undefined) return after === undefined ? undefined : `The discriminator ${quote(after)} was added.`;
    if (after === undefined) return `The discriminator ${quote(before)} was removed.`;
    return `The discriminator changed from ${quote(before)} to ${quote(after)}.`;
  },
});
