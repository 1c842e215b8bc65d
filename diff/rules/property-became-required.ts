import { defineRule } from './rule.js';
import { quote } from './values.js';

export const propertyBecameRequired = defineRule({
  id: 'property-became-required',
  on: 'schema.required.changed',
  contract: 'wire',
  impact: { request: 'breaking', response: 'non-breaking' },
  summary: 'An optional property became required.',
  why: 'The server refuses callers that do not send it.',
  fix: 'Keep it optional and give it a default.',
  judge({ property, after }) {
    return after ? `The property ${quote(property)} became required.` : undefined;
  },
});
