import { defineRule } from './rule.js';
import { subject } from './values.js';

export const requiredPropertyReadOnlyRemoved = defineRule({
  id: 'required-property-read-only-removed',
  on: 'schema.required.changed',
  contract: 'wire',
  impact: { request: 'breaking', response: 'non-breaking' },
  summary: 'A required property is no longer read-only.',
  why: 'What is read-only is required in answers alone; from now on the server refuses callers that do not send it.',
  fix: 'Describe what is sent by a schema of its own, in which callers may leave it out.',
  judge({ properties, after, wereReadOnly }) {
    if (!after || wereReadOnly === undefined) return undefined;
    return `${subject(properties)} became required in requests, being no longer read-only.`;
  },
});
