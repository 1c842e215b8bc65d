import { isClosed } from './is-closed.js';
import { defineRule } from './rule.js';
import { quote } from './values.js';

export const propertyRemoved = defineRule({
  id: 'property-removed',
  on: 'schema.property.removed',
  contract: 'wire',
  impact: {
    request: { refuted: 'breaking', included: 'dangerous' },
    response: { refuted: 'breaking', included: 'breaking' },
  },
  summary: 'A property was removed.',
  why: 'Callers that read it find nothing; what callers send in it is no longer read, and nobody tells them.',
  fix: 'Keep the property and mark it as deprecated.',
  judge({ property, required, schemas }) {
    if (isClosed(schemas.revision)) return undefined;
    return `The ${required ? 'required' : 'optional'} property ${quote(property)} was removed.`;
  },
});
