import { defineRule } from './rule.js';
import { quote } from './values.js';

export const discriminatorChanged = defineRule({
  id: 'discriminator-changed',
  on: 'schema.discriminator.changed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'The discriminator names another property.',
  why: 'Another property picks the alternative: what callers send in the former one no longer counts, and readers that look there do not find it.',
  fix: 'Keep the discriminator, and let its property hold the values it held.',
  judge({ before, after }) {
    return before === undefined || after === undefined
      ? undefined
      : `The discriminator changed from ${quote(before)} to ${quote(after)}.`;
  },
});
