import { defineRule } from './rule.js';
import { quote } from './values.js';

export const securitySchemeUndeprecated = defineRule({
  id: 'security-scheme-undeprecated',
  on: 'security-scheme.deprecated.changed',
  contract: 'source',
  impact: 'non-breaking',
  summary: 'A security scheme is no longer deprecated.',
  why: 'Callers may go on using it.',
  fix: 'Nothing needs to be done.',
  judge({ scheme, after }) {
    return after ? undefined : `The security scheme ${quote(scheme)} is no longer deprecated.`;
  },
});
