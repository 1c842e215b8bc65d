import { defineRule } from './rule.js';
import { quote } from './values.js';

export const parameterReservedCharactersAllowed = defineRule({
  id: 'parameter-reserved-characters-allowed',
  on: 'parameter.serialization.changed',
  contract: 'wire',
  impact: { request: 'non-breaking', response: 'dangerous' },
  summary: 'A parameter may now be written with reserved characters.',
  why: 'Callers may go on as before; where the API is the sender, receivers get text in a form they did not get before.',
  fix: 'Nothing needs to be done.',
  judge({ parameter, keyword, after }) {
    if (keyword !== 'allowReserved' || after !== true) return undefined;
    return `The ${parameter.in} parameter ${quote(parameter.name)} may now be written with reserved characters.`;
  },
});
