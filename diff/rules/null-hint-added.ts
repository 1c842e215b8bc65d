import { defineRule } from './rule.js';

export const nullHintAdded = defineRule({
  id: 'null-hint-added',
  on: 'extension.changed',
  contract: 'wire',
  impact: { request: 'non-breaking', response: 'dangerous' },
  summary: 'An extension says that a value may be null.',
  why: 'No validator reads it; readers may meet null where they met a value.',
  fix: 'Say it in the schema, as a change of its types.',
  judge({ meaning, element, after }) {
    if (meaning !== 'null' || after === undefined || after === false) return undefined;
    return `The extension "x-nullable" says that the ${element} may be null.`;
  },
});
