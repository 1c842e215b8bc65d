import { defineRule } from './rule.js';
import { quote } from './values.js';

export const discriminatorChanged = defineRule({
  id: 'discriminator-changed',
  on: 'schema.discriminator.changed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'The discriminator names another property.',
  why: 'An alternative is picked by the value of another property: under the former one callers send and look for it in vain.',
  fix: 'Keep the discriminator, and let its property hold the values it held.',
  judge({ before, after }) {
    return before === undefined || after === undefined
      ? undefined
      : `The discriminator changed from ${quote(before)} to ${quote(after)}.`;
  },
});
