import { changedOrNone } from './changed.js';
import { defineRule } from './rule.js';
import { quote } from './values.js';

export const bearerFormatChanged = defineRule({
  id: 'bearer-format-changed',
  on: 'security-scheme.changed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'The hint at the form of bearer tokens changed.',
  why: 'Tokens are made by the API and need not be read; callers that make or check them meet another form.',
  fix: 'Accept tokens of both forms.',
  judge({ scheme, keyword, before, after }) {
    if (keyword !== 'bearerFormat') return undefined;
    return `The "bearerFormat" of the security scheme ${quote(scheme)} ${changedOrNone(before, after)}.`;
  },
});
