import { notationChanged } from './changed.js';
import { defineRule } from './rule.js';
import { quote } from './values.js';

export const parameterSerializationChanged = defineRule({
  id: 'parameter-serialization-changed',
  on: 'parameter.serialization.changed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'The way the value of a parameter is written changed.',
  why: 'The same value is other bytes now: the receiver reads something else, or nothing.',
  fix: 'Keep the notation, or add a second parameter with the new one.',
  judge({ parameter, keyword, before, after }) {
    if (keyword === 'allowReserved' || keyword === 'allowEmptyValue') return undefined;
    const name = `the ${parameter.in} parameter ${quote(parameter.name)}`;
    return notationChanged(name, keyword, before, after);
  },
});
