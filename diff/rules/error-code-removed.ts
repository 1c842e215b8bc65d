import { withoutItems } from '../extensions/extension-items.js';
import { defineRule } from './rule.js';
import { list } from './values.js';

export const errorCodeRemoved = defineRule({
  id: 'error-code-removed',
  on: 'extension.changed',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'A failure no longer comes with a code.',
  why: 'Code of callers that handles it is no longer reached.',
  fix: 'Say what comes in its place.',
  judge({ meaning, element, before, after }) {
    if (meaning !== 'error-codes' || withoutItems(after, before).length > 0) return undefined;
    return `The ${element} no longer fails with the code ${list(withoutItems(before, after))}.`;
  },
});
