import { isClosed } from './is-closed.js';
import { defineRule, derived } from './rule.js';
import { quote } from './values.js';

export const propertyForbidden = defineRule({
  id: 'property-forbidden',
  on: 'schema.property.removed',
  contract: 'wire',
  impact: { request: derived, response: { refuted: 'breaking', included: 'breaking' } },
  summary: 'A property was removed from an object that allows no others.',
  why: 'Callers that send it are refused, and callers that read it find nothing.',
  fix: 'Keep the property and mark it as deprecated.',
  judge({ property, required, schemas }) {
    if (!isClosed(schemas.revision)) return undefined;
    return `The ${required ? 'required' : 'optional'} property ${quote(property)} was removed, and no others are allowed.`;
  },
});
