import { defineRule } from './rule.js';
import { quote, show } from './values.js';

export const oauthMetadataAdded = defineRule({
  id: 'oauth-metadata-added',
  on: 'security-scheme.changed',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'An address was added at which the metadata of the authorization server is found.',
  why: 'Callers may go on without it.',
  fix: 'Nothing needs to be done.',
  judge({ scheme, keyword, before, after }) {
    if (keyword !== 'oauth2MetadataUrl' || before !== null) return undefined;
    return `The metadata of the security scheme ${quote(scheme)} is at ${show(after)}.`;
  },
});
