import { defineRule } from './rule.js';
import { show } from './values.js';

export const sunsetAnnounced = defineRule({
  id: 'sunset-announced',
  on: 'extension.changed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'An element was given a date on which it ends.',
  why: 'After the date callers are no longer answered.',
  fix: 'Name what to use instead, and leave callers enough time.',
  judge({ meaning, element, before, after }) {
    if (meaning !== 'sunset' || before !== undefined || after === undefined) return undefined;
    return `The ${element} ends on ${show(after)}.`;
  },
});
