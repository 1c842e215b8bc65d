import { defineRule } from './rule.js';
import { quote } from './values.js';

export const discriminatorRemoved = defineRule({
  id: 'discriminator-removed',
  on: 'schema.discriminator.changed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'A schema lost its discriminator.',
  why: 'It does not decide which values are valid, but nothing promises any more that its property tells the alternatives apart.',
  fix: 'Keep the discriminator.',
  judge({ before, after }) {
    return before === undefined || after !== undefined ? undefined : `The discriminator ${quote(before)} was removed.`;
  },
});
