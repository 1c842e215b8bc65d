import { headerBecameOptional } from '../../../diff/rules/header-became-optional.js';
import { headerBecameRequired } from '../../../diff/rules/header-became-required.js';
import { headerDeprecated } from '../../../diff/rules/header-deprecated.js';
import { headerRemoved } from '../../../diff/rules/header-removed.js';
import { headerUndeprecated } from '../../../diff/rules/header-undeprecated.js';
import { optionalHeaderAdded } from '../../../diff/rules/optional-header-added.js';
import { requiredHeaderAdded } from '../../../diff/rules/required-header-added.js';
import { changeOf } from './changes.js';
import { testRule } from './rule-tester.js';

testRule(requiredHeaderAdded, {
  reports: [
    {
      change: { header: 'X-Rate', required: true, status: '200' },
      message: 'The required header "X-Rate" was added to the response "200".',
      request: 'breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ header: 'X-Rate', required: false, status: '200' }],
});

testRule(optionalHeaderAdded, {
  reports: [
    {
      change: { header: 'X-Rate', required: false, status: '200' },
      message: 'The optional header "X-Rate" was added to the response "200".',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ header: 'X-Rate', required: true, status: '200' }],
});

testRule(headerRemoved, {
  reports: [
    {
      change: { header: 'X-Rate', required: true, status: '200' },
      message: 'The header "X-Rate" was removed from the response "200".',
      request: 'dangerous',
      response: 'breaking',
    },
  ],
  ignores: [changeOf('header.added', { header: 'X-Rate', required: true, status: '200' })],
});

testRule(headerBecameRequired, {
  reports: [
    {
      change: { header: 'X-Rate', status: '200', before: false, after: true },
      message: 'The header "X-Rate" of the response "200" became required.',
      request: 'breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ header: 'X-Rate', status: '200', before: true, after: false }],
});

testRule(headerBecameOptional, {
  reports: [
    {
      change: { header: 'X-Rate', status: '200', before: true, after: false },
      message: 'The header "X-Rate" of the response "200" became optional.',
      request: 'non-breaking',
      response: 'breaking',
    },
  ],
  ignores: [{ header: 'X-Rate', status: '200', before: false, after: true }],
});

testRule(headerDeprecated, {
  reports: [
    {
      change: { header: 'X-Rate', status: '200', before: false, after: true },
      message: 'The header "X-Rate" of the response "200" became deprecated.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ header: 'X-Rate', status: '200', before: true, after: false }],
});

testRule(headerUndeprecated, {
  reports: [
    {
      change: { header: 'X-Rate', status: '200', before: true, after: false },
      message: 'The header "X-Rate" of the response "200" is no longer deprecated.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ header: 'X-Rate', status: '200', before: false, after: true }],
});
