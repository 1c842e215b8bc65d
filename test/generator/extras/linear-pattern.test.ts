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
  ['^(?:[0-9a-f]{40}(?:[0-9a-f]{24})?)$', true],
  ['^[a-z]{1,63}\\.[a-z]{1,63}$', true],
  ['^a{0,999}a{0,999}a{0,999}a{0,999}b$', false],
  ['a{0,70}a{0,70}a{900}b', false],
  [`^${'(?:a|a)'.repeat(30)}$`, false],
  [`^${'(?:a|b(?:c|d)?)?'.repeat(2)}$`, true],
  [`${'a'.repeat(400)}|b`, true],
  ['^a|a+$', false],
  ['^(?:a+)?$', true],
  ['^a{2,}?$', true],
  ['^a{2,}a?a{0,4}a{9,}$', false],
  ['(', false],
  ['x'.repeat(501), false],
])('%s: %s', (pattern, expected) => {
  expect(isLinearPattern(pattern)).toBe(expected);
});
