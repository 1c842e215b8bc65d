import { enumConstraintAdded } from '../../../diff/rules/enum-constraint-added.js';
import { enumConstraintRemoved } from '../../../diff/rules/enum-constraint-removed.js';
import { enumReplaced } from '../../../diff/rules/enum-replaced.js';
import { enumValueAdded } from '../../../diff/rules/enum-value-added.js';
import { enumValueRemoved } from '../../../diff/rules/enum-value-removed.js';
import { enumValueRenamed } from '../../../diff/rules/enum-value-renamed.js';
import { enumValuesExchanged } from '../../../diff/rules/enum-values-exchanged.js';
import { derived } from '../../../diff/rules/rule.js';
import { testRule } from './rule-tester.js';

testRule(enumConstraintAdded, {
  reports: [
    {
      change: { after: ['a', 'b'], added: [], removed: [] },
      message: 'Values were restricted to "a" and "b".',
      request: derived,
      response: derived,
    },
  ],
  ignores: [
    { before: ['a'], added: [], removed: [] },
    { before: ['a'], after: ['a', 'b'], added: ['b'], removed: [] },
  ],
});

testRule(enumConstraintRemoved, {
  reports: [
    {
      change: { before: ['a'], added: [], removed: [] },
      message: 'Values are no longer restricted to "a".',
      request: derived,
      response: { refuted: 'dangerous', included: 'non-breaking' },
    },
  ],
  ignores: [
    { after: ['a'], added: [], removed: [] },
    { before: ['a', 'b'], after: ['a'], added: [], removed: ['b'] },
  ],
});

testRule(enumValueAdded, {
  reports: [
    {
      change: { before: ['a'], after: ['a', 'b'], added: ['b'], removed: [] },
      message: 'The value "b" was added.',
      request: derived,
      response: { refuted: 'dangerous', included: 'non-breaking' },
    },
    {
      change: { before: ['a'], after: ['a', 1, 2], added: [1, 2], removed: [] },
      message: 'The values 1 and 2 were added.',
      request: derived,
      response: { refuted: 'dangerous', included: 'non-breaking' },
    },
  ],
  ignores: [
    { before: ['a', 'b'], after: ['a'], added: [], removed: ['b'] },
    { before: ['a', 'b'], after: ['a', 'c'], added: ['c'], removed: ['b'] },
    { after: ['a'], added: [], removed: [] },
  ],
});

testRule(enumValueRemoved, {
  reports: [
    {
      change: { before: ['a', 'b'], after: ['a'], added: [], removed: ['b'] },
      message: 'The value "b" was removed.',
      request: derived,
      response: derived,
    },
    {
      change: { before: ['a', 'b', 'c'], after: ['a'], added: [], removed: ['b', 'c'] },
      message: 'The values "b" and "c" were removed.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [
    { before: ['a'], after: ['a', 'b'], added: ['b'], removed: [] },
    { before: ['a'], after: ['b'], added: ['b'], removed: ['a'] },
    { before: ['a'], added: [], removed: [] },
  ],
});

testRule(enumValuesExchanged, {
  reports: [
    {
      change: { before: ['a', 'b'], after: ['a', 'c'], added: ['c'], removed: ['b'] },
      message: 'Listed values changed: "b" went and "c" came.',
      request: derived,
      response: { refuted: 'dangerous', included: 'non-breaking' },
    },
  ],
  ignores: [
    { before: ['a'], after: ['b'], added: ['b'], removed: ['a'] },
    { before: ['a'], after: ['a', 'b'], added: ['b'], removed: [] },
  ],
});

testRule(enumReplaced, {
  reports: [
    {
      change: { before: ['a', 'b'], after: ['c'], added: ['c'], removed: ['a', 'b'] },
      message: 'All listed values were replaced: "a" and "b" by "c".',
      request: derived,
      response: derived,
    },
  ],
  ignores: [
    { before: ['a', 'b'], after: ['a', 'c'], added: ['c'], removed: ['b'] },
    { before: ['a', 'b'], after: ['a'], added: [], removed: ['b'] },
  ],
});

testRule(enumValueRenamed, {
  reports: [
    {
      change: { before: ['a', 'b'], after: ['a', 'c'], added: ['c'], removed: ['b'], part: 'renamed' },
      message: 'The value "b" is called "c" now.',
      request: derived,
      response: { refuted: 'breaking', included: 'breaking' },
    },
    {
      change: { before: ['a'], after: ['b', 'c', 'd'], added: ['b', 'c'], removed: ['a'], part: 'renamed' },
      message: 'The value "a" was split into "b" and "c".',
      request: derived,
      response: { refuted: 'breaking', included: 'breaking' },
    },
  ],
  ignores: [
    { before: ['a', 'b'], after: ['a', 'c'], added: ['c'], removed: ['b'] },
    { before: ['a', 'b'], after: ['c', 'd'], added: ['d'], removed: ['b'], part: 'others' },
  ],
});
