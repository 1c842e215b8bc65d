import { areHarmless, breakingBehaviors } from '../extensions/behaviors.js';
import { changed } from './changed.js';
import { defineRule } from './rule.js';

export const behaviorChanged = defineRule({
  id: 'behavior-changed',
  on: 'extension.changed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'A stated behaviour came, went or changed.',
  why: 'The bytes have the same form; what callers take from them may no longer hold.',
  fix: 'Say whether it breaks callers.',
  judge({ meaning, before, after }) {
    if (meaning !== 'behavior' || breakingBehaviors(before, after).length > 0 || areHarmless(before, after))
      return undefined;
    const values = { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
    return `The behaviour ${changed(values)}.`;
  },
});
