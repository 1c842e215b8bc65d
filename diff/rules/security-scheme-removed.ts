import { defineRule } from './rule.js';
import { quote } from './values.js';

export const securitySchemeRemoved = defineRule({
  id: 'security-scheme-removed',
  on: 'security-scheme.removed',
  contract: 'source',
  impact: 'non-breaking',
  summary: 'A security scheme was removed that no operation asked for.',
  why: 'Nobody had to present it; a generated client may lose a setting.',
  fix: 'Nothing needs to be done.',
  judge({ scheme }) {
    return `The security scheme ${quote(scheme)} was removed, and no operation asks for another instead.`;
  },
});
