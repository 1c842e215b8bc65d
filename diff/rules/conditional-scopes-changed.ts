import { changed } from './changed.js';
import { defineRule } from './rule.js';

export const conditionalScopesChanged = defineRule({
  id: 'conditional-scopes-changed',
  on: 'extension.changed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'The scopes that are needed under a condition changed.',
  why: 'Callers that meet the condition may be refused.',
  fix: 'Go on accepting the former scopes.',
  judge({ meaning, element, newParameter, ...values }) {
    return meaning === 'conditional-scopes' && newParameter === undefined
      ? `The list of conditional scopes of the ${element} ${changed(values)}.`
      : undefined;
  },
});
