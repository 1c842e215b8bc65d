import { defineRule } from './rule.js';
import { quote } from './values.js';

export const securitySchemeAdded = defineRule({
  id: 'security-scheme-added',
  on: 'security-scheme.added',
  contract: 'source',
  impact: 'non-breaking',
  summary: 'A security scheme was added that no operation asks for.',
  why: 'Nobody has to present it.',
  fix: 'Nothing needs to be done.',
  judge({ scheme }) {
    return `The security scheme ${quote(scheme)} was added; no operation asks for it.`;
  },
});
