import { isClosed } from './is-closed.js';
import { defineRule, derived } from './rule.js';
import { quote } from './values.js';

export const requiredPropertyAdded = defineRule({
  id: 'required-property-added',
  on: 'schema.property.added',
  contract: 'wire',
  impact: derived,
  summary: 'A required property was added.',
  why: 'The server refuses callers that do not send it, and no caller does yet.',
  fix: 'Make it optional and give it a default.',
  judge({ property, required, schemas }) {
    if (!required || isClosed(schemas.base)) return undefined;
    return `The required property ${quote(property)} was added.`;
  },
});
