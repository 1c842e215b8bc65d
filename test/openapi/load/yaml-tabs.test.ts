import { describe, expect, test } from 'vitest';
import { loadFile } from '../../../openapi/load/load-file.js';
import { placeOf } from '../../../openapi/load/loaded-file.js';

const load = (text: string) => loadFile('a.yaml', Buffer.from(text));

describe('tabs between tokens', () => {
  test.each([
    ['a: [1,\t2]', { a: [1, 2] }],
    ['a: {b:\t1,\tc: "x\ty"}', { a: { b: 1, c: 'x\ty' } }],
    ["a: [1,\t'b\tc']\nd: |\n  e\tf\n", { a: [1, 'b\tc'], d: 'e\tf\n' }],
  ])('%j', (text, value) => {
    expect(load(text).value).toEqual(value);
  });

  test('places are those of the file', () => {
    expect(placeOf(load('a: [1,\t{b:\t2}]'), ['a', '1', 'b'])).toEqual({
      file: 'a.yaml',
      pointer: '#/a/1/b',
      line: 1,
      column: 12,
    });
  });

  test.each(['a:\n\tb: 1', 'a: [1,\t2', 'a:\n  - b\n\t- c'])('%j is refused', (text) => {
    expect(() => load(text)).toThrow(/yaml-syntax/);
  });
});
