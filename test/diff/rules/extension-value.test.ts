import { enumNamesChanged } from '../../../diff/rules/enum-names-changed.js';
import { extensibleValueAdded } from '../../../diff/rules/extensible-value-added.js';
import { extensibleValueRemoved } from '../../../diff/rules/extensible-value-removed.js';
import { nullHintAdded } from '../../../diff/rules/null-hint-added.js';
import { nullHintRemoved } from '../../../diff/rules/null-hint-removed.js';
import { omittedDefaultChanged } from '../../../diff/rules/omitted-default-changed.js';
import { presenceConditionChanged } from '../../../diff/rules/presence-condition-changed.js';
import { sentinelChanged } from '../../../diff/rules/sentinel-changed.js';
import { statedConstraintChanged } from '../../../diff/rules/stated-constraint-changed.js';
import { statedContentChanged } from '../../../diff/rules/stated-content-changed.js';
import { testRule } from './rule-tester.js';

testRule(presenceConditionChanged, {
  reports: [
    {
      change: { name: 'x-present-when', element: 'schema', meaning: 'presence', after: { query: 'expand' } },
      message: 'The "x-present-when" of the schema was stated: {"query":"expand"}.',
      request: 'dangerous',
      response: 'dangerous',
    },
    {
      change: { name: 'x-present-when', element: 'schema', meaning: 'presence', before: 'a', after: 'b' },
      message: 'The "x-present-when" of the schema changed from "a" to "b".',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [{ name: 'x-default-when-omitted', element: 'schema', meaning: 'omitted-default', after: 1 }],
});

testRule(omittedDefaultChanged, {
  reports: [
    {
      change: { name: 'x-default-when-omitted', element: 'schema', meaning: 'omitted-default', before: 1, after: 2 },
      message: 'What is taken where the schema is left out changed from 1 to 2.',
      request: 'dangerous',
      response: 'non-breaking',
    },
  ],
  ignores: [{ name: 'x-present-when', element: 'schema', meaning: 'presence', before: 'a', after: 'b' }],
});

testRule(enumNamesChanged, {
  reports: [
    {
      change: { name: 'x-enum-varnames', element: 'schema', meaning: 'enum-names', before: ['A'], after: ['B'] },
      message: 'The list of names for the values of the schema changed from ["A"] to ["B"].',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [{ name: 'x-extensible-enum', element: 'schema', meaning: 'open-values', before: ['a'], after: ['b'] }],
});

testRule(extensibleValueAdded, {
  reports: [
    {
      change: {
        name: 'x-extensible-enum',
        element: 'schema',
        meaning: 'open-values',
        before: ['a'],
        after: ['a', 'b'],
      },
      message: 'The open list of values of the schema names "b" too.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ name: 'x-extensible-enum', element: 'schema', meaning: 'open-values', before: ['a'], after: ['b'] }],
});

testRule(extensibleValueRemoved, {
  reports: [
    {
      change: {
        name: 'x-extensible-enum',
        element: 'schema',
        meaning: 'open-values',
        before: ['a', 'b'],
        after: ['b'],
      },
      message: 'The open list of values of the schema no longer names "a".',
      request: 'dangerous',
      response: 'non-breaking',
    },
  ],
  ignores: [{ name: 'x-extensible-enum', element: 'schema', meaning: 'open-values', before: ['a'], after: ['a', 'b'] }],
});

testRule(nullHintAdded, {
  reports: [
    {
      change: { name: 'x-nullable', element: 'schema', meaning: 'null', after: true },
      message: 'The extension "x-nullable" says that the schema may be null.',
      request: 'non-breaking',
      response: 'dangerous',
    },
  ],
  ignores: [
    { name: 'x-nullable', element: 'schema', meaning: 'null', before: true, after: false },
    { name: 'x-nullable', element: 'schema', meaning: 'null', before: true },
  ],
});

testRule(nullHintRemoved, {
  reports: [
    {
      change: { name: 'x-nullable', element: 'schema', meaning: 'null', before: true, after: false },
      message: 'The extension "x-nullable" no longer says that the schema may be null.',
      request: 'dangerous',
      response: 'non-breaking',
    },
  ],
  ignores: [{ name: 'x-nullable', element: 'schema', meaning: 'null', before: false, after: true }],
});

testRule(sentinelChanged, {
  reports: [
    {
      change: {
        name: 'x-sentinel',
        element: 'schema',
        meaning: 'sentinel',
        before: { value: 0 },
        after: { value: -1 },
      },
      message: 'The sentinel of the schema changed from {"value":0} to {"value":-1}.',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [{ name: 'x-nullable', element: 'schema', meaning: 'null', after: true }],
});

testRule(statedConstraintChanged, {
  reports: [
    {
      change: {
        name: 'x-clamp',
        element: 'parameter',
        meaning: 'constraint',
        before: { maximum: 50 },
        after: { maximum: 25 },
      },
      message: 'The "x-clamp" of the parameter changed from {"maximum":50} to {"maximum":25}.',
      request: 'dangerous',
      response: 'non-breaking',
    },
  ],
  ignores: [
    { name: 'x-content-type', element: 'schema', meaning: 'content', before: 'text/html', after: 'text/plain' },
  ],
});

testRule(statedContentChanged, {
  reports: [
    {
      change: {
        name: 'x-content-type',
        element: 'schema',
        meaning: 'content',
        before: 'text/html',
        after: 'text/plain',
      },
      message: 'The content of the schema changed from "text/html" to "text/plain".',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [{ name: 'x-clamp', element: 'parameter', meaning: 'constraint', after: { maximum: 50 } }],
});
