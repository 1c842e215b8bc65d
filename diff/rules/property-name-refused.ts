import { defineRule, derived } from './rule.js';
import { quote } from './values.js';

export const propertyNameRefused = defineRule({
  id: 'property-name-refused',
  on: 'schema.property.refused',
  contract: 'wire',
  impact: { request: derived, response: 'non-breaking' },
  summary: 'An object may no longer have a property of a name that was not declared.',
  why: 'Callers that send a property of this name among others are refused.',
  fix: 'Go on ignoring the property.',
  judge({ property }) {
    return `The object may no longer have a property ${quote(property)}.`;
  },
});
