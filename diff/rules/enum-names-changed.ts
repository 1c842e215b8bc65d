import { changed } from './changed.js';
import { defineRule } from './rule.js';

export const enumNamesChanged = defineRule({
  id: 'enum-names-changed',
  on: 'extension.changed',
  contract: 'source',
  impact: 'dangerous',
  summary: 'The names that generated code gives to values changed.',
  why: 'The values stay; code that uses the former names does not compile.',
  fix: 'Keep the names.',
  judge({ meaning, element, ...values }) {
    return meaning === 'enum-names'
      ? `The list of names for the values of the ${element} ${changed(values)}.`
      : undefined;
  },
});
