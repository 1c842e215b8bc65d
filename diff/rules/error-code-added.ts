import { withoutItems } from '../extensions/extension-items.js';
import { defineRule } from './rule.js';
import { list } from './values.js';

export const errorCodeAdded = defineRule({
  id: 'error-code-added',
  on: 'extension.changed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'A failure may come with a code that it did not come with before.',
  why: 'Callers that branch by codes have no branch for it.',
  fix: 'Let callers know which known code it is a case of.',
  judge({ meaning, element, before, after }) {
    const added = withoutItems(after, before);
    if (meaning !== 'error-codes' || added.length === 0) return undefined;
    return `The ${element} may fail with the code ${list(added)}.`;
  },
});
