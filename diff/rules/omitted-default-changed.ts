import { changed } from './changed.js';
import { defineRule } from './rule.js';

export const omittedDefaultChanged = defineRule({
  id: 'omitted-default-changed',
  on: 'extension.changed',
  contract: 'wire',
  impact: { request: 'dangerous', response: 'non-breaking' },
  summary: 'What is taken where a caller sends nothing changed.',
  why: 'Callers that leave it out get another result.',
  fix: 'Keep what is taken.',
  judge({ meaning, element, ...values }) {
    return meaning === 'omitted-default'
      ? `What is taken where the ${element} is left out ${changed(values)}.`
      : undefined;
  },
});
