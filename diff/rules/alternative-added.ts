import { defineRule, derived } from './rule.js';
import { quote } from './values.js';

export const alternativeAdded = defineRule({
  id: 'alternative-added',
  on: 'schema.alternative.added',
  contract: 'wire',
  impact: { request: derived, response: { refuted: 'breaking', included: 'dangerous' } },
  summary: 'An alternative was added to anyOf or oneOf.',
  why: 'Callers may go on sending what they sent; callers that read receive a value of a shape they have no case for.',
  fix: 'Send the new shape only to callers that ask for it.',
  judge({ keyword, branch }) {
    return `The alternative ${quote(branch)} was added to ${keyword}.`;
  },
});
