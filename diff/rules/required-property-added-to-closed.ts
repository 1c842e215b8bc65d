import { isClosed } from './is-closed.js';
import { defineRule, derived } from './rule.js';
import { quote } from './values.js';

export const requiredPropertyAddedToClosed = defineRule({
  id: 'required-property-added-to-closed',
  on: 'schema.property.added',
  contract: 'wire',
  impact: derived,
  summary: 'A required property was added to an object that allowed no others.',
  why: 'The server refuses callers that do not send it; callers that check what they read against the former schema refuse it.',
  fix: 'Make it optional and give it a default, and send it only to callers that ask for it.',
  judge({ property, required, schemas }) {
    if (!required || !isClosed(schemas.base)) return undefined;
    return `The required property ${quote(property)} was added, where no others were allowed.`;
  },
});
