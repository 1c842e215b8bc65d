import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadFile } from '../../../openapi/load/load-file.js';
import { type LoadedFile, placeOf } from '../../../openapi/load/loaded-file.js';
import { readPlainYaml } from '../../../openapi/load/plain-yaml.js';
import type { ParsedYaml } from '../../../openapi/load/plain-yaml-version.js';
import { runs, seed } from '../../fuzz.js';
import { hasShared, shared } from '../../shared.js';

/** Its value, and where each member of it stands; `undefined` where it was refused. */
function placed(plain: ParsedYaml | undefined): unknown {
  if (plain === undefined) return undefined;
  const found: unknown[] = [];
  const visit = (value: unknown, path: readonly string[]): void => {
    found.push([path.at(-1), plain.members.locate(path), typeof value === 'object' ? [] : value]);
    for (const [key, member] of Object.entries(Object(value))) {
      if (typeof value === 'object') visit(member, [...path, key]);
    }
  };
  visit(plain.value, []);
  return [plain.value, found];
}

const BASE = `first:
  - a
  # a comment
  - name: b
    in: query

    schema: {type: string}
  -
    - c
    - d: |
        text
          # of a block

same:
- one
- two
deep:
  inner:
    text: one
      two
    folded: >-
      three

      four
    none:
    list:
    - - x
      - y
    - z: 'quoted'
  'other key':
    text: "b\\n"
    again:
      text: b
last:
  a: 1
  b:
    c: 2
`;

const lines = fc.constantFrom(...BASE.split('\n'), '  # a comment', '- e', '  - e', '      more', '---', '...');
const edit = fc.record({
  at: fc.nat(BASE.split('\n').length),
  gone: fc.nat(3),
  come: fc.array(lines, { maxLength: 2 }),
  indent: fc.constantFrom(0, 0, 0, 1, 2, -1, -2),
});

/** The text with lines taken out and put in, and what follows moved to the side, up to the next empty line. */
function edited(text: string, edits: readonly { at: number; gone: number; come: string[]; indent: number }[]): string {
  return edits.reduce((before, { at, gone, come, indent }) => {
    const all = before.split('\n').toSpliced(at, gone, ...come);
    const end = all.indexOf('', at);
    return all.map((line, index) => (index < at || index > end ? line : indented(line, indent))).join('\n');
  }, text);
}

function indented(line: string, by: number): string {
  if (line === '') return line;
  return by < 0 ? line.replace(new RegExp(`^ {0,${-by}}`), '') : ' '.repeat(by) + line;
}

test('a version is read as it is on its own, or refused as it is, whatever it has in common with another', () => {
  let read = 0;
  fc.assert(
    fc.property(
      fc.array(edit, { minLength: 1, maxLength: 3 }),
      fc.array(edit, { minLength: 1, maxLength: 3 }),
      (edits, more) => {
        const [base, text] = [readPlainYaml(BASE), edited(BASE, edits)];
        const version = readPlainYaml(text, base);
        expect(placed(version)).toEqual(placed(readPlainYaml(text)));
        if (version === undefined) return;
        read++;
        // A version of a version.
        const next = edited(text, more);
        expect(placed(readPlainYaml(next, version))).toEqual(placed(readPlainYaml(next)));
        expect(placed(readPlainYaml(BASE, version))).toEqual(placed(base));
      },
    ),
    { seed: seed(7), numRuns: runs(5_000) },
  );
  expect(read).toBeGreaterThan(500);
});

function load(text: string, other?: LoadedFile): LoadedFile {
  return loadFile('new.yaml', Buffer.from(text), other);
}

function at(file: LoadedFile, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => Object(value)[key], file.value);
}

test('what both hold is one object, and what changed is not', () => {
  const base = load(BASE);
  const version = load(BASE.replace('text: one', 'text: ones').replace('in: query', 'in: path'), base);
  const paths = [
    ['same'],
    ['deep'],
    ['deep', 'inner'],
    ['deep', 'inner', 'list'],
    ['deep', 'other key'],
    ['first', '2'],
  ];
  expect(paths.map((path) => Object.is(at(version, ...path), at(base, ...path)))).toEqual([
    true,
    false,
    false,
    true,
    true,
    true,
  ]);
});

test('nothing is taken over where identifiers change what references mean', () => {
  const text = `${BASE}more:\n  $id: a\n`;
  const [base, withIds] = [load(BASE), load(text)];
  expect(
    [load(text, base), load(BASE, withIds)].map(
      (file, index) => at(file, 'same') === at([base, withIds][index] ?? base, 'same'),
    ),
  ).toEqual([false, false]);
});

test.each([
  ['a mapping that goes on', 'a:\n  b: 1\nc: 2\n', 'a:\n  b: 1\n  c: 2\n', { a: { b: 1, c: 2 } }],
  ['a sequence that goes on', 'a:\n- 1\nc: 2\n', 'a:\n- 1\n- 2\n', { a: [1, 2] }],
  ['a text that goes on', 'a:\n  b: x\nc: 2\n', 'a:\n  b: x\n   y\n', { a: { b: 'x y' } }],
  ['a text that does not go on', 'a:\n  b: x\n   y\nc: 2\n', 'a:\n   b: x\n   y\nc: 2\n', undefined],
  ['a sequence beside a key that is deeper', 'a:\n- 1\nc: 2\n', 'x:\n  a:\n- 1\nc: 2\n', undefined],
  ['brackets on a line of their own', 'a: [{b: 1}]\nc: 2\n', 'a:\n-\n  {b: 1}\nc: 2\n', { a: [{ b: 1 }], c: 2 }],
])('%s', (_, base, text, value) => {
  expect(readPlainYaml(text, readPlainYaml(base))?.value).toEqual(value);
});

const OFFICIAL = ['2.11', '2.12', '2.14', '2.15', 'preview'];

describe.skipIf(!hasShared)('documents', () => {
  test('each is read as it is on its own', () => {
    let before: LoadedFile | undefined;
    for (const name of OFFICIAL) {
      const bytes = readFileSync(join(shared, 'intercom/official', `${name}.yaml`));
      const version = loadFile('a.yaml', bytes, before);
      const alone = loadFile('a.yaml', bytes);
      expect(JSON.stringify(version.value), name).toBe(JSON.stringify(alone.value));
      const paths = Object.keys(Object(alone.value).paths).map((path) => ['paths', path]);
      const places = (file: LoadedFile) =>
        paths.flatMap((path) =>
          Object.keys(Object(at(alone, ...path))).map((method) => placeOf(file, [...path, method, 'responses'])),
        );
      expect(places(version)).toEqual(places(alone));
      before = version;
    }
  });
});
