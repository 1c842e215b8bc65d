import { describe, expect, test } from 'vitest';
import { loadFile } from '../../../openapi/load/load-file.js';
import { placeOf } from '../../../openapi/load/loaded-file.js';
import { DocumentError, formatDiagnostic } from '../../../openapi/source/diagnostic.js';
import { canonical } from '../../../openapi/source/stringify.js';

function faults(text: string): readonly string[] {
  try {
    loadFile('a.yaml', Buffer.from(text));
  } catch (error) {
    if (error instanceof DocumentError) return error.diagnostics.map(formatDiagnostic);
    throw error;
  }
  return [];
}

/** Line and column of the key and of the value at a pointer. */
function places(text: string, pointers: readonly string[]): readonly string[] {
  const file = loadFile('a.yaml', Buffer.from(text));
  return pointers.map((pointer) => {
    const segments = pointer === '' ? [] : pointer.split('/');
    const [key, value] = [placeOf(file, segments, true), placeOf(file, segments)];
    return `${key.line}:${key.column} ${value.line}:${value.column}`;
  });
}

describe('positions', () => {
  test.each([
    [
      'block',
      'a:\n  b: x\n  c:\n    - y\n    - z: w\n',
      ['', 'a', 'a/b', 'a/c', 'a/c/0', 'a/c/1', 'a/c/1/z'],
      ['1:1 1:1', '1:1 2:3', '2:3 2:6', '3:3 4:5', '4:7 4:7', '5:7 5:7', '5:7 5:10'],
    ],
    [
      'flow',
      '{a: [x, {b: y}], "c": z}',
      ['a', 'a/0', 'a/1', 'a/1/b', 'c'],
      ['1:2 1:5', '1:6 1:6', '1:9 1:9', '1:10 1:13', '1:18 1:23'],
    ],
    ['quoted', `"a": 'x'\n'b': "y"\n`, ['a', 'b'], ['1:1 1:6', '2:1 2:6']],
    ['empty values stand where their key stands', 'a:\nb:\n  c:\n', ['a', 'b/c'], ['1:1 1:1', '3:3 3:3']],
    [
      'empty items stand where their list stands',
      'a: 1\nb:\n  -\n  - x\n  -\n',
      ['b', 'b/0', 'b/1', 'b/2'],
      ['2:1 3:3', '3:3 3:3', '4:5 4:5', '3:3 3:3'],
    ],
    ['an empty key stands where its object stands', 'x: 1\ny:\n  : 2\n', ['y/'], ['3:3 3:5']],
    ['tags and anchors', 'a: !!str x\nb: &b y\nc: &c\n  d: 1\n', ['a', 'b', 'c'], ['1:1 1:10', '2:1 2:7', '3:1 4:3']],
    ['CRLF', 'a: 1\r\nb:\r\n  c: 2\r\n', ['b', 'b/c'], ['2:1 3:3', '3:3 3:6']],
    ['after text over lines', 'a: |\n  x\n\n  y\nb: "p\n  q"\nc: 1\n', ['b', 'c'], ['5:1 5:4', '7:1 7:4']],
    ['after a byte order mark', '\ufeffa: 1\nb: 2\n', ['a', 'b'], ['1:1 1:4', '2:1 2:4']],
    ['after markers and comments', '# c\n---\n# d\na: 1\n', ['', 'a'], ['4:1 4:1', '4:1 4:4']],
  ])('%s', (_, text, pointers, expected) => {
    expect(places(text, pointers)).toEqual(expected);
  });

  test('an alias is where it stands, what is inside where it was written', () => {
    const text = 'a: &x\n  b: 1\nc: *x\nd: [*x]\n&k e: 2\nf: {*k : 3}\n';
    expect(places(text, ['c', 'c/b', 'd/0', 'd/0/b', 'f/e'])).toEqual([
      '3:1 3:4',
      '2:3 2:6',
      '4:5 4:5',
      '2:3 2:6',
      '6:5 6:10',
    ]);
  });

  test('merged members are where they were written', () => {
    const text = 'a: &a {x: 1, y: 2}\nb: &b\n  y: 3\n  z: 4\nc:\n  <<: [*a, *b]\n  x: 5\nd:\n  <<: *b\n';
    expect(loadFile('a.yaml', Buffer.from(text)).value).toEqual({
      a: { x: 1, y: 2 },
      b: { y: 3, z: 4 },
      c: { x: 5, y: 2, z: 4 },
      d: { y: 3, z: 4 },
    });
    expect(places(text, ['c/x', 'c/y', 'c/z', 'd/y'])).toEqual(['7:3 7:6', '1:14 1:17', '4:3 4:6', '3:3 3:6']);
  });
});

describe('anchors, aliases and merge keys', () => {
  test.each([
    ['an alias to a scalar', 'a: &x 1\nb: *x\n', { a: 1, b: 1 }],
    ['an alias as key', 'a: &x k\n*x : 1\n', { a: 'k', k: 1 }],
    ['an anchor on a key', '&x k: 1\nb: *x\n', { k: 1, b: 'k' }],
    ['an anchor that is set again', 'a: &x 1\nb: *x\nc: &x 2\nd: *x\n', { a: 1, b: 1, c: 2, d: 2 }],
    ['an anchor that is set again inside', 'a: &x {b: &x 1}\nc: *x\n', { a: { b: 1 }, c: 1 }],
    ['an alias to a null', 'a: &x\nb: *x\n', { a: null, b: null }],
    [
      'a merge of a merge',
      'a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nc: {<<: *b}\n',
      { a: { x: 1 }, b: { x: 1, y: 2 }, c: { x: 1, y: 2 } },
    ],
    ['a merge of a mapping written in place', 'a: {<<: {x: 1}, y: 2}\n', { a: { x: 1, y: 2 } }],
    ['a quoted merge key is a key', 'a: {"<<": 1}\n', { a: { '<<': 1 } }],
    ['a merge key in a list is text', 'a: [<<]\n', { a: ['<<'] }],
    [
      'a merge of "__proto__"',
      'a: &a {__proto__: 1}\nb: {<<: *a}\n',
      JSON.parse('{"a":{"__proto__":1},"b":{"__proto__":1}}'),
    ],
  ])('%s', (_, text, expected) => {
    const { value } = loadFile('a.yaml', Buffer.from(text));
    expect(value).toEqual(expected);
    expect(canonical(value)).toBe(canonical(expected));
  });

  test.each([
    ['an unknown alias', 'a: *x\n', '1:4 [yaml-alias] # There is no anchor "&x" before this alias.'],
    [
      'an alias inside its anchor',
      'a: &x\n  b: *x\n',
      '2:6 [yaml-alias] #/a The alias "*x" stands inside what it names, so it has no end. Use "$ref".',
    ],
    [
      'a merge inside its anchor',
      'a: &x\n  <<: *x\n',
      '2:7 [yaml-alias] #/a The alias "*x" stands inside what it names, so it has no end. Use "$ref".',
    ],
    [
      'a mapping as key',
      '? {a: 1}\n: b\n',
      '1:3 [yaml-key] # A mapping or sequence cannot be a key here. Use text as the key.',
    ],
    [
      'an alias to a mapping as key',
      'a: &x {}\n*x : 1\n',
      '2:1 [yaml-key] # This alias names no text, so it cannot be a key.',
    ],
    [
      'a merge of a scalar',
      'a:\n  <<: 1\n',
      '2:7 [yaml-merge] # The merge key "<<" takes a mapping or a list of mappings.',
    ],
    [
      'a merge of nested lists',
      'a:\n  <<: [[]]\n',
      '2:7 [yaml-merge] # The merge key "<<" takes a mapping or a list of mappings.',
    ],
    [
      'two documents',
      'a: 1\n---\nb: 2\n',
      '3:1 [yaml-documents] # A second YAML document begins here. Keep one document in a file.',
    ],
    [
      'text that begins with a reserved character',
      'a:\n  - @b\n',
      '2:5 [yaml-syntax] # This is not valid YAML. Text must not begin with "@". Quote it.',
    ],
    [
      'a value that begins with a reserved character',
      'a: `b`\n',
      '1:4 [yaml-syntax] # This is not valid YAML. Text must not begin with "`". Quote it.',
    ],
    [
      'a bracket too many',
      'a: {}}\n',
      '1:6 [yaml-syntax] # This is not valid YAML. There is no bracket that this "}" closes. Remove it.',
    ],
    [
      'a merge that was not finished',
      'a: 1\n<<<<<<< ours\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n',
      '2:1 [merge-conflict] # A merge was not finished: both sides of a conflict stand in the file. Keep one, and remove the lines of "<<<<<<<", "=======" and ">>>>>>>".',
    ],
    ['nothing but comments', '# a\n\n', '1:1 [empty] # The file holds no value.'],
  ])('%s is refused', (_, text, expected) => {
    expect(faults(text)).toEqual([`a.yaml:${expected}`]);
  });

  test('duplicate keys before the fault are listed too', () => {
    expect(faults('a: {x: 1, x: 2}\nb: *y\n').map((line) => line.replace(/(\]).*/, '$1'))).toEqual([
      'a.yaml:1:11 [duplicate-key]',
      'a.yaml:2:4 [yaml-alias]',
    ]);
  });

  test('an alias bomb is refused at the alias that goes too far', () => {
    const lines = Array.from({ length: 30 }, (_, index) => {
      const aliases = Array.from({ length: 10 }, () => `*a${index - 1}`).join(', ');
      return `a${index}: &a${index} [${index === 0 ? '1' : aliases}]`;
    });
    const start = performance.now();
    expect(faults(lines.join('\n'))).toEqual([
      'a.yaml:8:40 [yaml-alias] #/a7 Written out, the aliases up to here make more than 20,000,000 values.',
    ]);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('depth', () => {
  const limit = 1_000;
  const message = `The document is nested deeper than ${limit} levels.`;

  test.each([
    ['JSON', 'a.json', (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`],
    [
      'JSON with a big integer',
      'a.json',
      (depth: number) => `${'['.repeat(depth)}${'9'.repeat(20)}${']'.repeat(depth)}`,
    ],
    ['YAML in flow style', 'a.yaml', (depth: number) => `${'[ '.repeat(depth)}x${']'.repeat(depth)}`],
    ['YAML in block style', 'a.yaml', (depth: number) => `${'- '.repeat(depth)}x`],
    [
      'YAML mappings',
      'a.yaml',
      (depth: number) => Array.from({ length: depth }, (_, at) => `${' '.repeat(at)}a:\n`).join(''),
    ],
  ])('%s is read to the limit and refused beyond it', (_, name, nest) => {
    expect(() => loadFile(name, Buffer.from(nest(limit)))).not.toThrow();
    for (const depth of [limit + 1, limit + 2, 20_000].slice(0, name === 'a.yaml' && nest(2).includes('\n') ? 2 : 3))
      expect(() => loadFile(name, Buffer.from(nest(depth)))).toThrow(message);
  });

  test('aliases do not get around the limit', () => {
    const nest = (inner: string): string => `${'['.repeat(300)}${inner}${']'.repeat(300)}`;
    const text = `a: &a ${nest('1')}\nb: &b ${nest('*a')}\nc: &c ${nest('*b')}\nd: ${nest('*c')}\n`;
    expect(() => loadFile('a.yaml', Buffer.from(text))).toThrow(message);
    expect(() => loadFile('a.yaml', Buffer.from(text.replace(/^d.*/m, '')))).not.toThrow();
    const merge = `a: &a {x: ${nest('1')}}\nb: &b {x: ${nest('1')}, <<: {y: ${nest('*a')}}}\n`;
    expect(() => loadFile('a.yaml', Buffer.from(`${merge}c: ${nest('*b')}\n`))).not.toThrow();
    expect(() => loadFile('a.yaml', Buffer.from(`${merge}c: ${nest(nest('*b'))}\n`))).toThrow(message);
  });
});

test.each([
  ['a tab as indentation', 'a:\n\tb: 1\n', '2:1', 'Indent with spaces.'],
  ['an unclosed quotation mark', 'a: "x\nb: 1\n', undefined, 'Close the quotation mark'],
  ['an unclosed bracket', 'a: [1, 2\nb: 1\n', undefined, undefined],
  ['": " in plain text', 'a: x: y\n', '1:5', undefined],
  ['a control character', 'a: \u0001\n', '1:4', 'Remove the control character.'],
  ['a wrong indentation', 'a:\n    b: 1\n  c: 2\n', '3:3', undefined],
  ['a missing colon', 'a: 1\nb\nc: 2\n', undefined, undefined],
])('%s is refused with a place and advice', (_, text, place, advice) => {
  const [fault = '', ...more] = faults(text);
  expect(more).toEqual([]);
  expect(fault).toMatch(/^a\.yaml:\d+:\d+ \[yaml-syntax\] # This is not valid YAML\. [A-Z].*[.?]$/s);
  if (place !== undefined) expect(fault).toContain(`a.yaml:${place} `);
  if (advice !== undefined) expect(fault).toContain(` ${advice}`);
});
