import { callbackExpressionChanged } from '../../../diff/rules/callback-expression-changed.js';
import { headerSerializationChanged } from '../../../diff/rules/header-serialization-changed.js';
import { parametersReordered } from '../../../diff/rules/parameters-reordered.js';
import { unstableOperationRemoved } from '../../../diff/rules/unstable-operation-removed.js';
import { changeOf, operation } from './changes.js';
import { testRule } from './rule-tester.js';

testRule(unstableOperationRemoved, {
  reports: [
    {
      change: { operation: operation({ extensions: new Map([['x-stability', 'draft']]) }) },
      message: 'The operation was removed; its stability was "draft" before.',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [{ operation: operation() }, { operation: operation({ extensions: new Map([['x-stability', 'beta']]) }) }],
});

testRule(parametersReordered, {
  reports: [
    {
      change: { operation: operation(), before: ['a', 'b'], after: ['b', 'a'] },
      message: 'The parameters are listed as "b" and "a" instead of "a" and "b".',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [changeOf('operation.tags.changed', { operation: operation(), before: ['a', 'b'], after: ['b'] })],
});

testRule(callbackExpressionChanged, {
  reports: [
    {
      change: { callback: 'paid', before: '{$request.body#/url}', after: '{$request.query.url}' },
      message: 'The address of the callback "paid" is "{$request.query.url}" instead of "{$request.body#/url}".',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [changeOf('callback.removed', { callback: 'paid' })],
});

testRule(headerSerializationChanged, {
  reports: [
    {
      change: { header: 'X-Rate', status: '200', keyword: 'explode', before: false, after: true },
      message: 'The "explode" of the header "X-Rate" of the response "200" changed from false to true.',
      request: 'breaking',
      response: 'breaking',
    },
    {
      change: { header: 'X-Rate', part: 'photo', keyword: 'content', before: null, after: 'text/csv' },
      message: 'The header "X-Rate" of the part "photo" is written as "text/csv" now, no longer in a style.',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [changeOf('header.required.changed', { header: 'X-Rate', status: '200', before: false, after: true })],
});
