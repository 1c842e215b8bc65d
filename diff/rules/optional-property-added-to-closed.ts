import { isClosed } from './is-closed.js';
import { defineRule, derived } from './rule.js';
import { quote } from './values.js';

export const optionalPropertyAddedToClosed = defineRule({
  id: 'optional-property-added-to-closed',
  on: 'schema.property.added',
  contract: 'wire',
  impact: derived,
  summary: 'An optional property was added to an object that allowed no others.',
  why: 'Callers need not send it; callers that check what they read against the former schema refuse it.',
  fix: 'Send it only to callers that ask for it.',
  judge({ property, required, schemas }) {
    if (required || !isClosed(schemas.base)) return undefined;
    return `The optional property ${quote(property)} was added, where no others were allowed.`;
  },
});
