import { withoutItems } from '../extensions/extension-items.js';
import { defineRule } from './rule.js';
import { list } from './values.js';

export const requiredScopeAdded = defineRule({
  id: 'required-scope-added',
  on: 'extension.changed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'A scope is needed that was not needed before.',
  why: 'Callers without the scope are refused.',
  fix: 'Ask for the scope on a new operation, or go on accepting the former ones.',
  judge({ meaning, element, before, after }) {
    const added = withoutItems(after, before);
    if (meaning !== 'scopes' || added.length === 0) return undefined;
    return `The ${element} needs the scope ${list(added)}.`;
  },
});
