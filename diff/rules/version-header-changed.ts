import { defineRule } from './rule.js';
import { show } from './values.js';

export const versionHeaderChanged = defineRule({
  id: 'version-header-changed',
  on: 'parameter.version.changed',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'The header that selects the version of the API has another value.',
  why: 'Callers that go on sending the former value go on getting the former version.',
  fix: 'Nothing needs to be done.',
  judge({ before, after }) {
    return `The version is selected by ${show(after)} instead of ${show(before)}.`;
  },
});
