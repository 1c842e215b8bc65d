import { defineRule } from './rule.js';
import { quote } from './values.js';

export const securitySchemeDeprecated = defineRule({
  id: 'security-scheme-deprecated',
  on: 'security-scheme.deprecated.changed',
  contract: 'source',
  impact: 'non-breaking',
  summary: 'A security scheme became deprecated.',
  why: 'It is still accepted; tools mark the code that uses it.',
  fix: 'Say in the description what to use instead.',
  judge({ scheme, after }) {
    return after ? `The security scheme ${quote(scheme)} became deprecated.` : undefined;
  },
});
