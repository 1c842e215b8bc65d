import { defaultResponseAdded } from '../../../diff/rules/default-response-added.js';
import { defaultResponseRemoved } from '../../../diff/rules/default-response-removed.js';
import { failureResponseAdded } from '../../../diff/rules/failure-response-added.js';
import { failureResponseRemoved } from '../../../diff/rules/failure-response-removed.js';
import { responseCovered } from '../../../diff/rules/response-covered.js';
import { responseSpecified } from '../../../diff/rules/response-specified.js';
import { successResponseAdded } from '../../../diff/rules/success-response-added.js';
import { successResponseRemoved } from '../../../diff/rules/success-response-removed.js';
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
