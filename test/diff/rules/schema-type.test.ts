import { nullAdded } from '../../../diff/rules/null-added.js';
import { nullRemoved } from '../../../diff/rules/null-removed.js';
import { nullReplaced } from '../../../diff/rules/null-replaced.js';
import { typeChanged } from '../../../diff/rules/type-changed.js';
import { typeNarrowed } from '../../../diff/rules/type-narrowed.js';
import { typeRestated } from '../../../diff/rules/type-restated.js';
import { typeWidened } from '../../../diff/rules/type-widened.js';
import { testRule } from './rule-tester.js';

testRule(typeChanged, {
  reports: [
    {
      change: { before: ['integer'], after: ['string'] },
      message: 'The type changed from integer to string.',
      request: 'breaking',
      response: 'breaking',
    },
    {
      change: { before: ['integer', 'string'], after: ['boolean', 'string'] },
      message: 'The type changed from integer or string to boolean or string.',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [
    { before: ['integer'], after: ['number'] },
    { before: ['number'], after: ['integer'] },
    { before: ['integer'] },
  ],
});

testRule(typeWidened, {
  reports: [
    {
      change: { before: ['integer'], after: ['number'] },
      message: 'The type was widened from integer to number.',
      request: 'non-breaking',
      response: 'breaking',
    },
    {
      change: { before: ['string'] },
      message: 'The type was widened from string to any type.',
      request: 'non-breaking',
      response: 'breaking',
    },
  ],
  ignores: [
    { before: ['number'], after: ['integer'] },
    { before: ['integer'], after: ['string'] },
  ],
});

testRule(typeNarrowed, {
  reports: [
    {
      change: { before: ['number'], after: ['integer'] },
      message: 'The type was narrowed from number to integer.',
      request: 'breaking',
      response: 'non-breaking',
    },
    {
      change: { after: ['string'] },
      message: 'The type was narrowed from any type to string.',
      request: 'breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [
    { before: ['integer'], after: ['number'] },
    { before: ['integer'], after: ['string'] },
  ],
});

testRule(typeRestated, {
  reports: [
    {
      change: { before: ['integer', 'number'], after: ['number'] },
      message: 'The type is written as number instead of integer or number.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [
    { before: ['integer'], after: ['number'] },
    { before: ['integer'], after: ['string'] },
  ],
});

testRule(nullAdded, {
  reports: [
    {
      change: { before: false, after: true },
      message: 'Null is now allowed.',
      request: 'non-breaking',
      response: 'breaking',
    },
  ],
  ignores: [{ before: true, after: false }],
});

testRule(nullRemoved, {
  reports: [
    {
      change: { before: true, after: false },
      message: 'Null is no longer allowed.',
      request: 'breaking',
      response: 'dangerous',
    },
  ],
  ignores: [
    { before: false, after: true },
    { before: true, after: false, sentinel: { value: 0 } },
  ],
});

testRule(nullReplaced, {
  reports: [
    {
      change: { before: true, after: false, sentinel: { value: 0, means: 'unassigned' } },
      message: 'Null was replaced by 0, meaning "unassigned".',
      request: 'breaking',
      response: 'breaking',
    },
    {
      change: { before: true, after: false, sentinel: { value: 'none' } },
      message: 'Null was replaced by "none".',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [{ before: true, after: false }],
});
