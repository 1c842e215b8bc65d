import { expect, test } from 'vitest';
import { isLinearPattern } from '../../../generator/extras/linear-pattern.js';

test.each([
  ['^[a-z]+$', true],
  ['^\\d{4}-\\d{2}-\\d{2}$', true],
  ['^#[0-9a-fA-F]{6}$', true],
  ['^\\p{L}+$', true],
  ['abc', true],
  ['^(?:a|b)$', true],
  ['a+$', false],
  ['^a+a+$', false],
  ['^(a+)+$', false],
  ['^(a|a)*$', false],
  ['^(?=a)a$', false],
  ['^(a)\\1$', false],
  ['^(?<n>a)\\k<n>$', false],
  ['^a{1000}$', false],
  ['a?a?a?a?a?a?a?a?a?a?a?a?a?aaaa', false],
  ['(', false],
  ['x'.repeat(501), false],
])('%s: %s', (pattern, expected) => {
  expect(isLinearPattern(pattern)).toBe(expected);
});
