import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadFile } from '../../../openapi/load/load-file.js';
import { type LoadedFile, placeOf } from '../../../openapi/load/loaded-file.js';
import { DocumentError } from '../../../openapi/source/diagnostic.js';
import { runs, seed } from '../../fuzz.js';

/** Text that makes a value long enough to be divided, or a file long enough to be compared. */
const LONG = 'long '.repeat(500);
const FILLER = 'filler '.repeat(20_000);

function load(text: string, other?: LoadedFile): LoadedFile {
  return loadFile('new.json', Buffer.from(text), other);
}

/** Where everything stands. */
function places(file: LoadedFile): readonly unknown[] {
  const found: unknown[] = [];
  const visit = (value: unknown, path: readonly string[]): void => {
    found.push([placeOf(file, path), placeOf(file, path, true)]);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, member] of Object.entries(value)) visit(member, [...path, key]);
  };
  visit(file.value, []);
  return found;
}

function faultsOf(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error instanceof DocumentError ? error.diagnostics : error;
  }
}

const key = fc.constantFrom('a', 'b', 'c', '1', '__proto__', 'a"b', 'ä', 'e\\');
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(LONG, 'x', '', 1, -2.5e3, true, null, [], {}),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

test('a version is read as it is on its own, whatever it has in common with another', () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 6 }), fc.array(tree, { maxLength: 3 }), fc.nat(6), (parts, news, at) => {
      const before = { filler: FILLER, parts: [LONG, ...parts, { parts }] };
      const changed = parts.toSpliced(at, 1, ...news);
      const after = { filler: FILLER, parts: [LONG, ...changed, { parts: changed, more: parts }] };
      const base = load(JSON.stringify(before, null, 1));
      const text = JSON.stringify(after, null, 1);
      const version = load(text, base);
      const alone = load(text);
      expect(version.value).toEqual(alone.value);
      expect(JSON.stringify(version.value)).toBe(JSON.stringify(alone.value));
      expect(places(version)).toEqual(places(alone));
      // A version of a version.
      expect(places(load(JSON.stringify(before, null, 1), version))).toEqual(places(base));
    }),
    { seed: seed(11), numRuns: runs(200) },
  );
});

test('what both hold is one object, and what changed is not', () => {
  const part = (name: string) => ({ name, long: LONG });
  const base = load(JSON.stringify({ filler: FILLER, same: part('a'), other: [part('b'), part('c')] }));
  const version = load(JSON.stringify({ filler: FILLER, same: part('a'), other: [part('x'), part('c')] }), base);
  expect(Object.is(at(version, 'same'), at(base, 'same'))).toBe(true);
  expect(Object.is(at(version, 'other', '1'), at(base, 'other', '1'))).toBe(true);
  expect(Object.is(at(version, 'other', '0'), at(base, 'other', '0'))).toBe(false);
});

function at(file: LoadedFile, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => Object(value)[key], file.value);
}

test.each([
  ['a key that stands twice', '"a": {"b": 1, "b": 2}'],
  ['a key that stands twice among those compared', '"same": 1'],
  ['an integer that loses digits', '"a": 12345678901234567890'],
  ['a comma at the end', '"a": 1,'],
  ['a missing comma', '"a": 1 "b": 2'],
  ['a missing colon', '"a" 1'],
  ['a key without quotes', 'a: 1'],
  ['a word', '"a": undefined'],
  ['a character that is no space', '"a":\u00a01'],
  ['a control character between', '"a":\f1'],
  ['a control character in a key', '"a\u0001": 1'],
  ['an identifier', '"$id": "x"'],
  ['an identifier deeper inside', '"a": {"$id": "x"}'],
  ['deep nesting', `"a": ${'['.repeat(1_100)}${']'.repeat(1_100)}`],
])('%s is read and told as without another version', (_, members) => {
  const start = `{"filler": "${FILLER}", "same": {"long": "${LONG}"}`;
  const base = load(`${start}}`);
  for (const text of [`${start}, ${members}}`, `${start}, ${members}`, `${start}, ${members}}}`]) {
    const summary = ({ value, usesIds }: LoadedFile) => ({ value, usesIds });
    expect(faultsOf(() => summary(load(text, base)))).toEqual(faultsOf(() => summary(load(text))));
  }
});

test('a member that is null from now on is null', () => {
  const members = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`m${index}`, LONG]));
  const base = load(JSON.stringify({ filler: FILLER, some: { a: LONG, b: 1 }, many: members }));
  const text = JSON.stringify({ filler: FILLER, some: { a: LONG, b: null }, many: { ...members, m7: null } });
  expect(load(text, base).value).toEqual(JSON.parse(text));
});
