import { defineRule } from './rule.js';
import { list } from './values.js';

export const operationTagsChanged = defineRule({
  id: 'operation-tags-changed',
  on: 'operation.tags.changed',
  contract: 'source',
  impact: 'dangerous',
  summary: 'The tags of an operation changed.',
  why: 'Many generators put operations into one class per tag, so the method may move to another class; requests stay the same.',
  fix: 'Keep the first tag where it is.',
  judge({ before, after }) {
    return `The tags of the operation changed from ${list(before)} to ${list(after)}.`;
  },
});
