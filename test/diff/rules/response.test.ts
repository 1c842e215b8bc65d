import { defaultResponseAdded } from '../../../diff/rules/default-response-added.js';
import { defaultResponseRemoved } from '../../../diff/rules/default-response-removed.js';
import { failureResponseAdded } from '../../../diff/rules/failure-response-added.js';
import { failureResponseRemoved } from '../../../diff/rules/failure-response-removed.js';
import { headerBecameOptional } from '../../../diff/rules/header-became-optional.js';
import { headerBecameRequired } from '../../../diff/rules/header-became-required.js';
import { headerDeprecated } from '../../../diff/rules/header-deprecated.js';
import { headerRemoved } from '../../../diff/rules/header-removed.js';
import { headerUndeprecated } from '../../../diff/rules/header-undeprecated.js';
import { linkAdded } from '../../../diff/rules/link-added.js';
import { linkChanged } from '../../../diff/rules/link-changed.js';
import { linkRemoved } from '../../../diff/rules/link-removed.js';
import { optionalHeaderAdded } from '../../../diff/rules/optional-header-added.js';
import { requiredHeaderAdded } from '../../../diff/rules/required-header-added.js';
import { responseCovered } from '../../../diff/rules/response-covered.js';
import { responseSpecified } from '../../../diff/rules/response-specified.js';
import { successResponseAdded } from '../../../diff/rules/success-response-added.js';
import { successResponseRemoved } from '../../../diff/rules/success-response-removed.js';
import { changeOf } from './changes.js';
import { testRule } from './rule-tester.js';

testRule(successResponseAdded, {
  reports: [
    {
      change: { status: '201' },
      message: 'The response "201" was added.',
      request: 'non-breaking',
      response: 'dangerous',
    },
    {
      change: { status: '3XX' },
      message: 'The response "3XX" was added.',
      request: 'non-breaking',
      response: 'dangerous',
    },
  ],
  ignores: [{ status: '404' }, { status: 'default' }],
});

testRule(failureResponseAdded, {
  reports: [
    {
      change: { status: '404' },
      message: 'The response "404" was added.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
    {
      change: { status: '5XX' },
      message: 'The response "5XX" was added.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ status: '200' }, { status: 'default' }],
});

testRule(defaultResponseAdded, {
  reports: [
    {
      change: { status: 'default' },
      message: 'The response "default" was added.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ status: '200' }, { status: '500' }],
});

testRule(successResponseRemoved, {
  reports: [
    {
      change: { status: '200' },
      message: 'The response "200" was removed.',
      request: 'breaking',
      response: 'breaking',
    },
    {
      change: { status: '2XX' },
      message: 'The response "2XX" was removed.',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [{ status: '200', coveredBy: '2XX' }, { status: '404' }, { status: 'default' }],
});

testRule(failureResponseRemoved, {
  reports: [
    {
      change: { status: '404' },
      message: 'The response "404" was removed.',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [{ status: '200' }, { status: 'default' }, { status: '404', coveredBy: 'default' }],
});

testRule(defaultResponseRemoved, {
  reports: [
    {
      change: { status: 'default' },
      message: 'The response "default" was removed.',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [{ status: '200' }, { status: '404' }],
});

testRule(responseCovered, {
  reports: [
    {
      change: { status: '200', coveredBy: '2XX' },
      message: 'The response "200" is now part of "2XX".',
      request: 'non-breaking',
      response: 'non-breaking',
    },
    {
      change: { status: '404', coveredBy: 'default' },
      message: 'The response "404" is now part of "default".',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ status: '200' }, { status: '404' }],
});

testRule(responseSpecified, {
  reports: [
    {
      change: { status: '200', coveredBy: '2XX' },
      message: 'The response "200" was part of "2XX" before.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ status: '200' }, { status: '404' }, { status: 'default' }],
});

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

testRule(linkAdded, {
  reports: [
    {
      change: { link: 'next', status: '200' },
      message: 'The link "next" was added to the response "200".',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [changeOf('link.removed', { link: 'next', status: '200' })],
});

testRule(linkRemoved, {
  reports: [
    {
      change: { link: 'next', status: '200' },
      message: 'The link "next" was removed from the response "200".',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [changeOf('link.added', { link: 'next', status: '200' })],
});

testRule(linkChanged, {
  reports: [
    {
      change: { link: 'next', status: '200', before: { operationId: 'a' }, after: { operationId: 'b' } },
      message: 'The link "next" of the response "200" changed from {"operationId":"a"} to {"operationId":"b"}.',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [changeOf('link.removed', { link: 'next', status: '200' })],
});
