import { defineRule } from './rule.js';
import { quote } from './values.js';

export const schemaTitleChanged = defineRule({
  id: 'schema-title-changed',
  on: 'schema.title.changed',
  contract: 'source',
  impact: 'non-breaking',
  summary: 'The title of a schema changed.',
  why: 'Generators that name types after titles give the type another name.',
  fix: 'Keep the title, or tell those who generate code from it.',
  judge({ before, after }) {
    if (before === undefined) return after === undefined ? undefined : `The title ${quote(after)} was added.`;
    if (after === undefined) return `The title ${quote(before)} was removed.`;
    return `The title changed from ${quote(before)} to ${quote(after)}.`;
  },
});
