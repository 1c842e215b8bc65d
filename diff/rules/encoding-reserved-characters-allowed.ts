import { defineRule } from './rule.js';
import { quote } from './values.js';

export const encodingReservedCharactersAllowed = defineRule({
  id: 'encoding-reserved-characters-allowed',
  on: 'encoding.changed',
  contract: 'wire',
  impact: { request: 'non-breaking', response: 'dangerous' },
  summary: 'A part of a form body may now be written with reserved characters.',
  why: 'Callers may go on as before; where the API is the sender, receivers get text in a form they did not get before.',
  fix: 'Nothing needs to be done.',
  judge({ property, keyword, after }) {
    if (keyword !== 'allowReserved' || after !== true) return undefined;
    return `The part ${quote(property)} may now be written with reserved characters.`;
  },
});
