import { expect, test } from 'vitest';
import { lineFeedsInBytes } from '../../../openapi/load/line-feeds.js';
import { lineFeedsIn } from '../../../openapi/source/line-index.js';

test('as many line feeds are found as stand in the text, whatever its length and whatever was looked at before', () => {
  const line = '{\n"a":\u00e4\n\n\u00ff\r\n';
  const texts = [200, 0, 1, 15, 16, 17, 3, 33, 7_000, 2].map((count) => line.repeat(count).slice(0, count * 5));
  const wanted = texts.map((text) => text.split('\n').length - 1);
  expect([texts.map(lineFeedsInBytes), texts.map(lineFeedsIn)]).toEqual([wanted, wanted]);
});

test('a text that is longer than what is looked at together has all of its line feeds', () => {
  expect(lineFeedsInBytes('a\n'.repeat(100_000))).toBe(100_000);
});
