import { defineRule } from './rule.js';
import { quote } from './values.js';

export const encodingReservedCharactersRefused = defineRule({
  id: 'encoding-reserved-characters-refused',
  on: 'encoding.changed',
  contract: 'wire',
  impact: { request: 'breaking', response: 'non-breaking' },
  summary: 'A part of a form body may no longer be written with reserved characters.',
  why: 'Callers that write it so are refused or misread.',
  fix: 'Go on accepting them.',
  judge({ property, keyword, after }) {
    if (keyword !== 'allowReserved' || after === true) return undefined;
    return `The part ${quote(property)} may no longer be written with reserved characters.`;
  },
});
