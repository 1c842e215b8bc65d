import { defineRule } from './rule.js';
import { quote } from './values.js';

export const pathParameterRenamed = defineRule({
  id: 'path-parameter-renamed',
  on: 'path.parameter.renamed',
  contract: 'source',
  impact: 'breaking',
  summary: 'A path parameter was renamed.',
  why: 'Generated clients name an argument after it, so code that passes it by name no longer compiles; requests stay the same.',
  fix: 'Keep the name.',
  judge({ before, after }) {
    return `The path parameter ${quote(before)} was renamed to ${quote(after)}.`;
  },
});
