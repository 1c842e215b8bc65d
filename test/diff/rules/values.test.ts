import { expect, test } from 'vitest';
import { list, quote, show } from '../../../diff/rules/values.js';

test('quotes text as JSON', () => {
  expect(quote('say "hi"')).toBe('"say \\"hi\\""');
});

test.each([
  ['line\nbreak', '"line\\nbreak"'],
  ['\u2028\u2029', '"\\u2028\\u2029"'],
  ['\u202eabc\u2066', '"\\u202eabc\\u2066"'],
  ['\u001b[31m\u0085\u007f', '"\\u001b[31m\\u0085\\u007f"'],
  ['\ufeffzero\u200bwidth', '"\\ufeffzero\\u200bwidth"'],
  ['tag\u{e0041}', '"tag\\udb40\\udc41"'],
  ['lone \ud800', '"lone \\ud800"'],
  ['fine 😀 ü', '"fine 😀 ü"'],
])('keeps text on one printable line: %j', (text, expected) => {
  expect(quote(text)).toBe(expected);
});

test('cuts long text between characters', () => {
  expect(quote('a'.repeat(60))).toBe(`"${'a'.repeat(60)}"`);
  expect(quote('a'.repeat(61))).toBe(`"${'a'.repeat(59)}…"`);
  expect(quote('😀'.repeat(60))).toBe(`"${'😀'.repeat(60)}"`);
  expect(quote('😀'.repeat(61))).toBe(`"${'😀'.repeat(59)}…"`);
});

test('shows values as JSON', () => {
  expect([null, true, 1.5, 2n ** 64n, 'a', [1, 'b'], { a: null }].map(show)).toEqual([
    'null',
    'true',
    '1.5',
    '18446744073709551616',
    '"a"',
    '[1,"b"]',
    '{"a":null}',
  ]);
  expect(show({ key: 'x'.repeat(200) })).toHaveLength(100);
});

test('lists the first of many values', () => {
  expect(list([])).toBe('nothing');
  expect(list(['a'])).toBe('"a"');
  expect(list(['a', 1, null])).toBe('"a", 1 and null');
  expect(list([1, 2, 3, 4, 5, 6, 7, 8])).toBe('1, 2, 3, 4, 5, 6, 7 and 8');
  expect(list([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toBe('1, 2, 3, 4, 5, 6, 7, 8 and 2 more');
});
