import { idempotencyDropped } from '../../../diff/rules/idempotency-dropped.js';
import { idempotencyPromised } from '../../../diff/rules/idempotency-promised.js';
import { paginationChanged } from '../../../diff/rules/pagination-changed.js';
import { stabilityLowered } from '../../../diff/rules/stability-lowered.js';
import { stabilityRaised } from '../../../diff/rules/stability-raised.js';
import { sunsetAdvanced } from '../../../diff/rules/sunset-advanced.js';
import { sunsetAnnounced } from '../../../diff/rules/sunset-announced.js';
import { sunsetPostponed } from '../../../diff/rules/sunset-postponed.js';
import { testRule } from './rule-tester.js';

testRule(sunsetAnnounced, {
  reports: [
    {
      change: { name: 'x-sunset', element: 'operation', meaning: 'sunset', after: '2030-01-31' },
      message: 'The operation ends on "2030-01-31".',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [
    { name: 'x-sunset', element: 'operation', meaning: 'sunset', before: '2030-01-31', after: '2031-01-31' },
    { name: 'x-sunset', element: 'operation', meaning: 'sunset', before: '2030-01-31' },
  ],
});

testRule(sunsetAdvanced, {
  reports: [
    {
      change: { name: 'x-sunset', element: 'operation', meaning: 'sunset', before: '2030-01-31', after: '2029-12-31' },
      message: 'The operation ends on "2029-12-31"; the date was "2030-01-31" before.',
      request: 'dangerous',
      response: 'dangerous',
    },
    {
      change: { name: 'x-sunset', element: 'operation', meaning: 'sunset', before: '2030-01-31', after: 'soon' },
      message: 'The operation ends on "soon"; the date was "2030-01-31" before.',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [
    { name: 'x-sunset', element: 'operation', meaning: 'sunset', after: '2030-01-31' },
    { name: 'x-sunset', element: 'operation', meaning: 'sunset', before: '2030-01-31', after: '2030-02-01' },
    { name: 'x-sunset', element: 'operation', meaning: 'sunset', before: '2030-01-31' },
  ],
});

testRule(sunsetPostponed, {
  reports: [
    {
      change: {
        name: 'x-sunset',
        element: 'operation',
        meaning: 'sunset',
        before: '2030-01-31',
        after: 'Fri, 01 Feb 2030 00:00:00 GMT',
      },
      message: 'The operation ends on "Fri, 01 Feb 2030 00:00:00 GMT" instead of "2030-01-31".',
      request: 'non-breaking',
      response: 'non-breaking',
    },
    {
      change: { name: 'x-sunset', element: 'operation', meaning: 'sunset', before: '2030-01-31' },
      message: 'The operation no longer ends on "2030-01-31".',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [
    { name: 'x-sunset', element: 'operation', meaning: 'sunset', after: '2030-01-31' },
    { name: 'x-sunset', element: 'operation', meaning: 'sunset', before: '2030-01-31', after: '2029-12-31' },
  ],
});

testRule(stabilityLowered, {
  reports: [
    {
      change: { name: 'x-stability', element: 'operation', meaning: 'stability', before: 'stable', after: 'beta' },
      message: 'The stability of the operation is "beta" instead of "stable".',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [
    { name: 'x-stability', element: 'operation', meaning: 'stability', before: 'beta', after: 'stable' },
    { name: 'x-sunset', element: 'operation', meaning: 'sunset', after: '2030-01-31' },
  ],
});

testRule(stabilityRaised, {
  reports: [
    {
      change: { name: 'x-stability', element: 'operation', meaning: 'stability', before: 'alpha', after: 'beta' },
      message: 'The stability of the operation is "beta" instead of "alpha".',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ name: 'x-stability', element: 'operation', meaning: 'stability', before: 'beta', after: 'internal' }],
});

testRule(idempotencyDropped, {
  reports: [
    {
      change: { name: 'x-idempotent', element: 'operation', meaning: 'idempotency', before: true },
      message: 'What is promised for repeating the operation is no longer stated; it was true.',
      request: 'dangerous',
      response: 'dangerous',
    },
    {
      change: {
        name: 'x-idempotent',
        element: 'operation',
        meaning: 'idempotency',
        before: { header: 'A' },
        after: { header: 'B' },
      },
      message: 'What is promised for repeating the operation changed from {"header":"A"} to {"header":"B"}.',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [{ name: 'x-idempotent', element: 'operation', meaning: 'idempotency', after: true }],
});

testRule(idempotencyPromised, {
  reports: [
    {
      change: { name: 'x-idempotent', element: 'operation', meaning: 'idempotency', after: true },
      message: 'The operation may be repeated: true.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ name: 'x-idempotent', element: 'operation', meaning: 'idempotency', before: true, after: false }],
});

testRule(paginationChanged, {
  reports: [
    {
      change: {
        name: 'x-pagination',
        element: 'operation',
        meaning: 'pagination',
        before: { style: 'page' },
        after: { style: 'cursor' },
      },
      message: 'The pagination of the operation changed from {"style":"page"} to {"style":"cursor"}.',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [{ name: 'x-idempotent', element: 'operation', meaning: 'idempotency', after: true }],
});
