import { withoutItems } from '../extensions/extension-items.js';
import { defineRule } from './rule.js';
import { list } from './values.js';

export const requiredScopeRemoved = defineRule({
  id: 'required-scope-removed',
  on: 'extension.changed',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'A scope is no longer needed.',
  why: 'Callers that have it are served as before.',
  fix: 'Nothing needs to be done.',
  judge({ meaning, element, before, after }) {
    if (meaning !== 'scopes' || withoutItems(after, before).length > 0) return undefined;
    return `The ${element} no longer needs the scope ${list(withoutItems(before, after))}.`;
  },
});
