import { boundLoosened } from '../../../diff/rules/bound-loosened.js';
import { boundTightened } from '../../../diff/rules/bound-tightened.js';
import { multipleOfChanged } from '../../../diff/rules/multiple-of-changed.js';
import { multipleOfLoosened } from '../../../diff/rules/multiple-of-loosened.js';
import { multipleOfTightened } from '../../../diff/rules/multiple-of-tightened.js';
import { derived } from '../../../diff/rules/rule.js';
import { uniqueItemsAdded } from '../../../diff/rules/unique-items-added.js';
import { uniqueItemsRemoved } from '../../../diff/rules/unique-items-removed.js';
import { testRule } from './rule-tester.js';

testRule(boundTightened, {
  reports: [
    {
      change: { keyword: 'maxLength', before: 10, after: 5, effect: 'tightened' },
      message: 'The maxLength changed from 10 to 5.',
      request: derived,
      response: derived,
    },
    {
      change: { keyword: 'minimum', after: 9007199254740993n, effect: 'tightened' },
      message: 'The minimum 9007199254740993 was added.',
      request: derived,
      response: derived,
    },
    {
      change: { keyword: 'maxContains', before: 1, effect: 'tightened' },
      message: 'The maxContains 1 was removed.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [{ keyword: 'maxLength', before: 5, after: 10, effect: 'loosened' }],
});

testRule(boundLoosened, {
  reports: [
    {
      change: { keyword: 'maxLength', before: 5, after: 10, effect: 'loosened' },
      message: 'The maxLength changed from 5 to 10.',
      request: derived,
      response: derived,
    },
    {
      change: { keyword: 'minimum', before: 0, effect: 'loosened' },
      message: 'The minimum 0 was removed.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [{ keyword: 'maxLength', before: 10, after: 5, effect: 'tightened' }],
});

testRule(multipleOfTightened, {
  reports: [
    {
      change: { before: 5, after: 10, effect: 'tightened' },
      message: 'The multipleOf changed from 5 to 10.',
      request: derived,
      response: derived,
    },
    {
      change: { after: 2, effect: 'tightened' },
      message: 'The multipleOf 2 was added.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [
    { before: 10, after: 5, effect: 'loosened' },
    { before: 2, after: 3, effect: 'other' },
  ],
});

testRule(multipleOfLoosened, {
  reports: [
    {
      change: { before: 10, after: 5, effect: 'loosened' },
      message: 'The multipleOf changed from 10 to 5.',
      request: derived,
      response: derived,
    },
    {
      change: { before: 2, effect: 'loosened' },
      message: 'The multipleOf 2 was removed.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [
    { after: 2, effect: 'tightened' },
    { before: 2, after: 3, effect: 'other' },
  ],
});

testRule(multipleOfChanged, {
  reports: [
    {
      change: { before: 2, after: 3, effect: 'other' },
      message: 'The multipleOf changed from 2 to 3.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [
    { after: 2, effect: 'tightened' },
    { before: 2, effect: 'loosened' },
  ],
});

testRule(uniqueItemsAdded, {
  reports: [
    {
      change: { before: false, after: true },
      message: 'Items must now be different from each other.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [{ before: true, after: false }],
});

testRule(uniqueItemsRemoved, {
  reports: [
    {
      change: { before: true, after: false },
      message: 'Items may now repeat.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [{ before: false, after: true }],
});
