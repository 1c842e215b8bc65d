import { alternativeAdded } from '../../../diff/rules/alternative-added.js';
import { alternativeRemoved } from '../../../diff/rules/alternative-removed.js';
import { alternativesOverlap } from '../../../diff/rules/alternatives-overlap.js';
import { discriminatorAdded } from '../../../diff/rules/discriminator-added.js';
import { discriminatorChanged } from '../../../diff/rules/discriminator-changed.js';
import { discriminatorRemoved } from '../../../diff/rules/discriminator-removed.js';
import { derived } from '../../../diff/rules/rule.js';
import { unionAdded } from '../../../diff/rules/union-added.js';
import { unionRemoved } from '../../../diff/rules/union-removed.js';
import { changeOf, schema } from './changes.js';
import { testRule } from './rule-tester.js';

testRule(alternativeAdded, {
  reports: [
    {
      change: { keyword: 'oneOf', branch: 'Cat', schema: schema() },
      message: 'The alternative "Cat" was added to oneOf.',
      request: derived,
      response: { refuted: 'breaking', included: 'dangerous' },
    },
  ],
  ignores: [changeOf('schema.alternative.removed', { keyword: 'oneOf', branch: 'Cat', schema: schema() })],
});

testRule(alternativeRemoved, {
  reports: [
    {
      change: { keyword: 'oneOf', branch: 'Cat', schema: schema() },
      message: 'The alternative "Cat" was removed from oneOf.',
      request: { refuted: 'breaking', included: 'dangerous' },
      response: derived,
    },
  ],
  ignores: [changeOf('schema.alternative.added', { keyword: 'oneOf', branch: 'Cat', schema: schema() })],
});

testRule(unionAdded, {
  reports: [
    {
      change: { keyword: 'anyOf' },
      message: 'The alternatives of anyOf were added.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [changeOf('schema.union.removed', { keyword: 'anyOf' })],
});

testRule(unionRemoved, {
  reports: [
    {
      change: { keyword: 'anyOf' },
      message: 'The alternatives of anyOf were removed.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [changeOf('schema.union.added', { keyword: 'anyOf' })],
});

testRule(discriminatorChanged, {
  reports: [
    {
      change: { before: 'type', after: 'kind' },
      message: 'The discriminator changed from "type" to "kind".',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [
    changeOf('schema.discriminator.changed', { after: 'kind' }),
    changeOf('schema.discriminator.changed', { before: 'type' }),
  ],
});

testRule(discriminatorAdded, {
  reports: [
    {
      change: { after: 'kind' },
      message: 'The discriminator "kind" was added.',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [
    changeOf('schema.discriminator.changed', { before: 'type', after: 'kind' }),
    changeOf('schema.discriminator.changed', { before: 'type' }),
  ],
});

testRule(discriminatorRemoved, {
  reports: [
    {
      change: { before: 'type' },
      message: 'The discriminator "type" was removed.',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [
    changeOf('schema.discriminator.changed', { before: 'type', after: 'kind' }),
    changeOf('schema.discriminator.changed', { after: 'kind' }),
  ],
});

const overlap = { refuted: 'dangerous', included: 'non-breaking' } as const;

testRule(alternativesOverlap, {
  reports: [
    {
      change: {},
      message: 'Other values than before fit exactly one alternative of oneOf.',
      request: overlap,
      response: overlap,
    },
  ],
  ignores: [changeOf('schema.union.added', { keyword: 'oneOf' })],
});
