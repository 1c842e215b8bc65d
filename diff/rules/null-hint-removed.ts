import { defineRule } from './rule.js';

export const nullHintRemoved = defineRule({
  id: 'null-hint-removed',
  on: 'extension.changed',
  contract: 'wire',
  impact: { request: 'dangerous', response: 'non-breaking' },
  summary: 'An extension no longer says that a value may be null.',
  why: 'No validator reads it; callers that send null may be refused.',
  fix: 'Go on accepting null.',
  judge({ meaning, element, after }) {
    if (meaning !== 'null' || (after !== undefined && after !== false)) return undefined;
    return `The extension "x-nullable" no longer says that the ${element} may be null.`;
  },
});
