import { defineRule } from './rule.js';
import { quote } from './values.js';

export const discriminatorDefaultChanged = defineRule({
  id: 'discriminator-default-changed',
  on: 'schema.discriminator.default.changed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'The schema that unknown values of the discriminator stand for changed.',
  why: 'A value without a schema of its own is read as another shape.',
  fix: 'Give such values a schema of their own, and keep the default.',
  judge({ before, after }) {
    if (before === undefined) return after === undefined ? undefined : `Other values now stand for ${quote(after)}.`;
    if (after === undefined) return `Other values no longer stand for ${quote(before)}.`;
    return `Other values stand for ${quote(after)} instead of ${quote(before)}.`;
  },
});
