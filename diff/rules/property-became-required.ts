import { defineRule, derived } from './rule.js';
import { subject } from './values.js';

export const propertyBecameRequired = defineRule({
  id: 'property-became-required',
  on: 'schema.required.changed',
  contract: 'wire',
  impact: derived,
  summary: 'An optional property became required.',
  why: 'The server refuses callers that do not send it.',
  fix: 'Keep it optional and give it a default.',
  judge({ properties, after, wereReadOnly }) {
    return after && wereReadOnly === undefined ? `${subject(properties)} became required.` : undefined;
  },
});
