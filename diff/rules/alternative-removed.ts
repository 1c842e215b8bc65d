import { defineRule, derived } from './rule.js';
import { quote } from './values.js';

export const alternativeRemoved = defineRule({
  id: 'alternative-removed',
  on: 'schema.alternative.removed',
  contract: 'wire',
  impact: { request: { refuted: 'breaking', included: 'dangerous' }, response: derived },
  summary: 'An alternative was removed from anyOf or oneOf.',
  why: 'Callers that send this shape are refused, or taken to have sent another and not read in full; callers that read no longer receive it.',
  fix: 'Go on accepting the alternative.',
  judge({ keyword, branch }) {
    return `The alternative ${quote(branch)} was removed from ${keyword}.`;
  },
});
