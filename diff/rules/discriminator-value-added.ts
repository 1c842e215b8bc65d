import { defineRule } from './rule.js';
import { quote } from './values.js';

export const discriminatorValueAdded = defineRule({
  id: 'discriminator-value-added',
  on: 'schema.discriminator.mapping.changed',
  contract: 'wire',
  impact: { request: 'non-breaking', response: 'dangerous' },
  summary: 'A value of the discriminator stands for a schema for the first time.',
  why: 'Callers that read and choose by the value have no case for it.',
  fix: 'Tell callers beforehand to expect further values.',
  judge({ value, before, after }) {
    return before !== undefined || after === undefined
      ? undefined
      : `The discriminator value ${quote(value)} now stands for ${quote(after)}.`;
  },
});
