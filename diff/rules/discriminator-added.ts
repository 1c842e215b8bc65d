import { defineRule } from './rule.js';
import { quote } from './values.js';

export const discriminatorAdded = defineRule({
  id: 'discriminator-added',
  on: 'schema.discriminator.changed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'A schema got a discriminator.',
  why: 'It does not decide which values are valid, but from now on a value of its property picks the alternative.',
  fix: 'Let the property hold a value for each alternative, also in what callers send today.',
  judge({ before, after }) {
    return before !== undefined || after === undefined ? undefined : `The discriminator ${quote(after)} was added.`;
  },
});
