import { changedOrNone } from './changed.js';
import { defineRule } from './rule.js';
import { quote } from './values.js';

export const securitySchemeChanged = defineRule({
  id: 'security-scheme-changed',
  on: 'security-scheme.changed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'A security scheme changed.',
  why: 'Callers present what the former declaration asked for: at another place, under another name or to another server.',
  fix: 'Declare a second scheme and accept both.',
  judge({ scheme, keyword, before, after }) {
    if (keyword === 'bearerFormat' || (keyword === 'oauth2MetadataUrl' && before === null)) return undefined;
    return `The ${quote(keyword)} of the security scheme ${quote(scheme)} ${changedOrNone(before, after)}.`;
  },
});
