import { withoutItems } from '../extensions/extension-items.js';
import { defineRule } from './rule.js';
import { list, quote } from './values.js';

export const conditionalScopesAdded = defineRule({
  id: 'conditional-scopes-added',
  on: 'extension.changed',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'Scopes are needed on conditions about a new parameter.',
  why: 'Nobody sends the parameter yet, so nobody meets the condition.',
  fix: 'Nothing needs to be done.',
  judge({ meaning, element, before, after, newParameter }) {
    if (meaning !== 'conditional-scopes' || newParameter === undefined) return undefined;
    const conditions = list(withoutItems(after, before));
    return `The conditional scopes of the ${element} grew with the new parameter ${quote(newParameter)}: ${conditions}.`;
  },
});
