import { defineRule } from './rule.js';
import { quote } from './values.js';

export const discriminatorValueMoved = defineRule({
  id: 'discriminator-value-moved',
  on: 'schema.discriminator.mapping.changed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'A value of the discriminator stands for another schema.',
  why: 'Callers that send or read under the value use a shape that it no longer means.',
  fix: 'Give the other schema a value of its own.',
  judge({ value, before, after }) {
    return before === undefined || after === undefined
      ? undefined
      : `The discriminator value ${quote(value)} stands for ${quote(after)} instead of ${quote(before)}.`;
  },
});
