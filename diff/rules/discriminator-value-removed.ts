import { defineRule } from './rule.js';
import { quote } from './values.js';

export const discriminatorValueRemoved = defineRule({
  id: 'discriminator-value-removed',
  on: 'schema.discriminator.mapping.changed',
  contract: 'wire',
  impact: { request: 'breaking', response: 'non-breaking' },
  summary: 'A value of the discriminator no longer stands for a schema.',
  why: 'Callers that send the value are not understood.',
  fix: 'Go on accepting the value beside the new one.',
  judge({ value, before, after }) {
    return before === undefined || after !== undefined
      ? undefined
      : `The discriminator value ${quote(value)} no longer stands for ${quote(before)}.`;
  },
});
