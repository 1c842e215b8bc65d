import { defineRule } from './rule.js';
import { quote } from './values.js';

export const serverRenamed = defineRule({
  id: 'server-renamed',
  on: 'server.renamed',
  contract: 'source',
  impact: 'non-breaking',
  summary: 'The name of a server changed.',
  why: 'The address stays; a generated client may name its servers otherwise.',
  fix: 'Keep the name.',
  judge({ url, before, after }) {
    const names = `${before === undefined ? 'without a name' : quote(before)}, now ${after === undefined ? 'without one' : quote(after)}`;
    return `The server ${quote(url)} was ${names}.`;
  },
});
