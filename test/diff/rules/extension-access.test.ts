import { behaviorBroken } from '../../../diff/rules/behavior-broken.js';
import { behaviorChanged } from '../../../diff/rules/behavior-changed.js';
import { behaviorStated } from '../../../diff/rules/behavior-stated.js';
import { conditionalScopesAdded } from '../../../diff/rules/conditional-scopes-added.js';
import { conditionalScopesChanged } from '../../../diff/rules/conditional-scopes-changed.js';
import { errorCodeAdded } from '../../../diff/rules/error-code-added.js';
import { errorCodeRemoved } from '../../../diff/rules/error-code-removed.js';
import { requiredScopeAdded } from '../../../diff/rules/required-scope-added.js';
import { requiredScopeRemoved } from '../../../diff/rules/required-scope-removed.js';
import { searchableFieldAdded } from '../../../diff/rules/searchable-field-added.js';
import { searchableFieldRemoved } from '../../../diff/rules/searchable-field-removed.js';
import { testRule } from './rule-tester.js';

testRule(requiredScopeAdded, {
  reports: [
    {
      change: {
        name: 'x-required-scopes',
        element: 'operation',
        meaning: 'scopes',
        before: ['read'],
        after: ['read', 'write'],
      },
      message: 'The operation needs the scope "write".',
      request: 'breaking',
      response: 'breaking',
    },
    {
      change: { name: 'x-required-scopes', element: 'operation', meaning: 'scopes', after: ['read'] },
      message: 'The operation needs the scope "read".',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [
    { name: 'x-required-scopes', element: 'operation', meaning: 'scopes', before: ['read', 'write'], after: ['read'] },
    { name: 'x-error-codes', element: 'operation', meaning: 'error-codes', after: ['a'] },
  ],
});

testRule(requiredScopeRemoved, {
  reports: [
    {
      change: {
        name: 'x-required-scopes',
        element: 'operation',
        meaning: 'scopes',
        before: ['read', 'write'],
        after: ['read'],
      },
      message: 'The operation no longer needs the scope "write".',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ name: 'x-required-scopes', element: 'operation', meaning: 'scopes', before: ['read'], after: ['write'] }],
});

const conditional = { name: 'x-conditional-scopes', element: 'operation', meaning: 'conditional-scopes' } as const;

testRule(conditionalScopesAdded, {
  reports: [
    {
      change: { ...conditional, after: [{ when: 'keep_it is set', scopes: ['y'] }], newParameter: 'keep_it' },
      message:
        'The conditional scopes of the operation grew with the new parameter "keep_it": {"scopes":["y"],"when":"keep_it is set"}.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ ...conditional, after: [{ when: 'keep_it is set', scopes: ['y'] }] }],
});

testRule(conditionalScopesChanged, {
  reports: [
    {
      change: {
        name: 'x-conditional-scopes',
        element: 'operation',
        meaning: 'conditional-scopes',
        before: [{ when: 'a', scopes: ['x'] }],
      },
      message:
        'The list of conditional scopes of the operation is no longer stated; it was [{"scopes":["x"],"when":"a"}].',
      request: 'dangerous',
      response: 'dangerous',
    },
    {
      change: {
        name: 'x-conditional-scopes',
        element: 'operation',
        meaning: 'conditional-scopes',
        after: [{ when: 'a', scopes: ['x'] }],
      },
      message: 'The list of conditional scopes of the operation was stated: [{"scopes":["x"],"when":"a"}].',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [{ name: 'x-required-scopes', element: 'operation', meaning: 'scopes', after: ['read'] }],
});

testRule(behaviorBroken, {
  reports: [
    {
      change: {
        name: 'x-behaviors',
        element: 'operation',
        meaning: 'behavior',
        after: [{ id: 'a', breaking: true, summary: 'Nothing is found.' }],
      },
      message: 'The behaviour changed: "Nothing is found".',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [
    { name: 'x-behaviors', element: 'operation', meaning: 'behavior', before: [{ id: 'a', breaking: true }] },
    { name: 'x-behaviors', element: 'operation', meaning: 'behavior', after: [{ id: 'a', breaking: false }] },
  ],
});

testRule(behaviorChanged, {
  reports: [
    {
      change: { name: 'x-behaviors', element: 'operation', meaning: 'behavior', before: [{ id: 'a' }] },
      message: 'The behaviour is no longer stated; it was [{"id":"a"}].',
      request: 'dangerous',
      response: 'dangerous',
    },
    {
      change: {
        name: 'x-behaviors',
        element: 'operation',
        meaning: 'behavior',
        before: [{ id: 'a' }],
        after: [{ id: 'b' }],
      },
      message: 'The behaviour changed from [{"id":"a"}] to [{"id":"b"}].',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [
    { name: 'x-behaviors', element: 'operation', meaning: 'behavior', after: [{ id: 'a', breaking: true }] },
    { name: 'x-behaviors', element: 'operation', meaning: 'behavior', after: [{ id: 'a', breaking: false }] },
  ],
});

testRule(behaviorStated, {
  reports: [
    {
      change: { name: 'x-behaviors', element: 'operation', meaning: 'behavior', after: [{ id: 'a', breaking: false }] },
      message: 'A behaviour is stated: "a".',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [
    { name: 'x-behaviors', element: 'operation', meaning: 'behavior', after: [{ id: 'a', breaking: true }] },
    { name: 'x-behaviors', element: 'operation', meaning: 'behavior', after: [{ id: 'a' }] },
  ],
});

testRule(searchableFieldRemoved, {
  reports: [
    {
      change: {
        name: 'x-searchable-fields',
        element: 'operation',
        meaning: 'searchable-fields',
        before: ['a', 'b'],
        after: ['b'],
      },
      message: 'The operation can no longer be searched by "a".',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [
    {
      name: 'x-searchable-fields',
      element: 'operation',
      meaning: 'searchable-fields',
      before: ['a'],
      after: ['a', 'b'],
    },
  ],
});

testRule(searchableFieldAdded, {
  reports: [
    {
      change: {
        name: 'x-searchable-fields',
        element: 'operation',
        meaning: 'searchable-fields',
        before: ['a'],
        after: ['a', 'b'],
      },
      message: 'The operation can be searched by "b" too.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [
    { name: 'x-searchable-fields', element: 'operation', meaning: 'searchable-fields', before: ['a'], after: ['b'] },
  ],
});

testRule(errorCodeAdded, {
  reports: [
    {
      change: {
        name: 'x-error-codes',
        element: 'operation',
        meaning: 'error-codes',
        before: { a: {} },
        after: { a: {}, b: {} },
      },
      message: 'The operation may fail with the code "b".',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [{ name: 'x-error-codes', element: 'operation', meaning: 'error-codes', before: ['a', 'b'], after: ['b'] }],
});

testRule(errorCodeRemoved, {
  reports: [
    {
      change: { name: 'x-error-codes', element: 'operation', meaning: 'error-codes', before: ['a', 'b'], after: ['b'] },
      message: 'The operation no longer fails with the code "a".',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ name: 'x-error-codes', element: 'operation', meaning: 'error-codes', before: ['a'], after: ['b'] }],
});
