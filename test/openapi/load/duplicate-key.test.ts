import { expect, test } from 'vitest';
import { loadFile } from '../../../openapi/load/load-file.js';
import { DocumentError } from '../../../openapi/source/diagnostic.js';

function faults(name: string, text: string): readonly string[] {
  try {
    loadFile(name, Buffer.from(text));
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return error.diagnostics.map(({ code, message, place }) => {
      const first = /first at (\d+:\d+)/.exec(message)?.[1];
      return `${place.line}:${place.column} ${code} ${place.pointer} ${first}`;
    });
  }
  return [];
}

test('the message names the key and the place of the first', () => {
  expect(() => loadFile('a.json', Buffer.from('{"a": 1,\n "a": 2}'))).toThrow(
    new DocumentError([
      {
        code: 'duplicate-key',
        message: 'The key "a" stands twice in one object, first at 1:2. Keep one of them.',
        place: { file: 'a.json', line: 2, column: 2, pointer: '#/a' },
      },
    ]),
  );
});

test.each([
  ['at the top', '{"a":1,"a":2}', ['1:8 duplicate-key #/a 1:2']],
  ['nested', '{"a":[{"b":1,"b":2}]}', ['1:14 duplicate-key #/a/0/b 1:8']],
  [
    'several at once, also inside the second of two',
    '{"a":1,"a":{"x":1,"x":2},"b":{"~/":1,"~/":1}}',
    ['1:8 duplicate-key #/a 1:2', '1:19 duplicate-key #/a/x 1:13', '1:38 duplicate-key #/b/~0~1 1:31'],
  ],
  ['three times', '{"a":1,"a":2,"a":3}', ['1:8 duplicate-key #/a 1:2', '1:14 duplicate-key #/a 1:2']],
  ['in another spelling', '{"a":1,"\\u0061":2}', ['1:8 duplicate-key #/a 1:2']],
  ['the empty key', '{"":1,"":2}', ['1:7 duplicate-key #/ 1:2']],
  ['__proto__', '{"__proto__":1,"__proto__":2}', ['1:16 duplicate-key #/__proto__ 1:2']],
  ['with space before the colon', '{"a" :1,"a"\n:2}', ['1:9 duplicate-key #/a 1:2']],
  ['hidden by text that looks like a key', '{"a":"\\":","a":2,"b":"\\\\"}', ['1:12 duplicate-key #/a 1:2']],
])('JSON: %s', (_, text, expected) => {
  expect(faults('a.json', text)).toEqual(expected);
});

test.each([
  ['at the top', 'a: 1\nb: 2\na: 3\n', ['3:1 duplicate-key #/a 1:1']],
  ["`200` and `'200'`", "r:\n  200: x\n  '200': y\n", ['3:3 duplicate-key #/r/200 2:3']],
  ['plain and double quotes', 'a: 1\n"a": 2\n', ['2:1 duplicate-key #/a 1:1']],
  ['an escape', 'a: 1\n"\\x61": 2\n', ['2:1 duplicate-key #/a 1:1']],
  ['an explicit key', '? a\n: 1\na: 2\n', ['3:1 duplicate-key #/a 1:3']],
  ['a tagged key', '!!str a: 1\na: 2\n', ['2:1 duplicate-key #/a 1:7']],
  ['an alias as key', '&k a: 1\nb: 2\n*k : 3\n', ['3:1 duplicate-key #/a 1:4']],
  ['flow style', '{a: 1, b: {x: 1, x: 2}}', ['1:18 duplicate-key #/b/x 1:12']],
  [
    'several at once, also inside the second of two',
    'a: 1\nb: 2\na:\n  - x: 1\n    x: 2\nb: 3\n',
    ['3:1 duplicate-key #/a 1:1', '5:5 duplicate-key #/a/0/x 4:5', '6:1 duplicate-key #/b 2:1'],
  ],
  ['a null key', '~: 1\n"~": 2\n', ['2:1 duplicate-key #/~0 1:1']],
])('YAML: %s', (_, text, expected) => {
  expect(faults('a.yaml', text)).toEqual(expected);
});

test('equal keys in different objects, and keys that only look equal, are no duplicates', () => {
  expect(faults('a.json', '{"a":{"a":1},"A":[{"a":1},{"a":1}],"a ":1}')).toEqual([]);
  expect(faults('a.yaml', 'a: {a: 1}\nA: 2\n"a ": 3\n1: x\n1.0: y\n"01": z\n')).toEqual([]);
});

test('a key that a merge brings is no duplicate', () => {
  expect(loadFile('a.yaml', Buffer.from('x: &x {a: 1, b: 2}\ny:\n  a: 3\n  <<: *x\n')).value).toEqual({
    x: { a: 1, b: 2 },
    y: { a: 3, b: 2 },
  });
});

test('many duplicates are found in time that grows with their number', () => {
  const text = Array.from({ length: 20_000 }, (_, index) => `k${index}: {a: 1, a: 2}`).join('\n');
  const start = performance.now();
  expect(faults('a.yaml', text)).toHaveLength(20_000);
  expect(performance.now() - start).toBeLessThan(5_000);
});
