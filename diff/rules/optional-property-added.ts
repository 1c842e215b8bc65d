import { isClosed } from './is-closed.js';
import { defineRule, derived } from './rule.js';
import { quote } from './values.js';

export const optionalPropertyAdded = defineRule({
  id: 'optional-property-added',
  on: 'schema.property.added',
  contract: 'wire',
  impact: derived,
  summary: 'An optional property was added.',
  why: 'Callers need not send it, and ignore what they do not know.',
  fix: 'Nothing needs to be done.',
  judge({ property, required, schemas }) {
    if (required || isClosed(schemas.base)) return undefined;
    return `The optional property ${quote(property)} was added.`;
  },
});
