import { defineRule, derived } from './rule.js';
import { quote } from './values.js';

export const propertyNameAllowed = defineRule({
  id: 'property-name-allowed',
  on: 'schema.property.allowed',
  contract: 'wire',
  impact: { request: 'non-breaking', response: derived },
  summary: 'An object may have a property of a name that it could not have.',
  why: 'Callers may send it as any other that is not declared; those that read may meet it among others.',
  fix: 'Nothing needs to be done.',
  judge({ property }) {
    return `The object may now have a property ${quote(property)}.`;
  },
});
