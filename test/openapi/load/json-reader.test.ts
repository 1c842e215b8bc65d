import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJsonExactly } from '../../../openapi/load/json-reader.js';
import type { LoadedFile } from '../../../openapi/load/loaded-file.js';
import { placeOf } from '../../../openapi/load/loaded-file.js';
import { parseJson } from '../../../openapi/load/parse-json.js';
import { field, type Json } from '../../../openapi/source/json.js';
import { SourceText } from '../../../openapi/source/text.js';
import { runs, seed } from '../../fuzz.js';

const parse = (text: string): LoadedFile => parseJson(new SourceText('a.json', text));

/** Keys and texts that a reader of JSON may stumble over. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '":', '\\', '\\":', '__proto__', 'constructor', 'a":1', '"', '\u2028', '}', ']', ',', '0', '  '),
  fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String),
);
/** Integers JSON.parse would round are read as `bigint`, which the table below covers. */
const fraction = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .filter((number) => !Number.isInteger(number) || Number.isSafeInteger(number));
const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.constant(null), fc.boolean(), text, fc.integer(), fraction),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4 }),
  ),
})).value;
const spacing = fc.constantFrom('', ' ', '  ', '\t', '\n  ', '\r\n');

/** JSON text with free white space around every token. */
function spell(value: Json, space: string): string {
  if (Array.isArray(value)) return `[${space}${value.map((item) => spell(item, space)).join(`${space},${space}`)}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}${space}:${space}${spell(member ?? null, space)}`,
  );
  return `{${space}${members.join(`${space},${space}`)}${space}}`;
}

function expectPlaces(file: LoadedFile, value: Json, segments: readonly string[]): void {
  const offsets = file.locate(segments);
  expect(offsets).toBeDefined();
  const rest = file.source.text.slice(offsets?.value);
  const written = rest.slice(0, tokenLength(rest));
  expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)));
  if (offsets?.key !== undefined) {
    const key = file.source.text.slice(offsets.key);
    expect(JSON.parse(key.slice(0, tokenLength(key)))).toBe(segments.at(-1));
  }
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    const member = Array.isArray(value) ? value[Number(key)] : field(value as Readonly<Record<string, Json>>, key);
    expectPlaces(file, member ?? null, [...segments, key]);
  }
}

/** The length of the first JSON value of a text, found by trying: slow, and independent of the code under test. */
function tokenLength(rest: string): number {
  for (let length = 1; length <= rest.length; length++) {
    const next = rest[length];
    if (next !== undefined && /[\w.+-]/.test(next) && /[\w.+-]/.test(rest[length - 1] ?? '')) continue;
    try {
      JSON.parse(rest.slice(0, length));
      return length;
    } catch {}
  }
  return rest.length;
}

describe('JSON', () => {
  test('both readers give what JSON.parse gives', () => {
    fc.assert(
      fc.property(json, spacing, (value, space) => {
        const written = spell(value, space);
        const expected = JSON.parse(written);
        expect(parse(written).value).toEqual(expected);
        expect(readJsonExactly(new SourceText('a', written))).toEqual(expected);
      }),
      { numRuns: runs(500), seed: seed(7) },
    );
  });

  test('every value and every key is where it is said to be', () => {
    fc.assert(
      fc.property(json, spacing, (value, space) => {
        const written = `${space}${spell(value, space)}${space}`;
        expectPlaces(parse(written), JSON.parse(written), []);
      }),
      { numRuns: runs(150), seed: seed(7) },
    );
  });

  test('both readers refuse what JSON.parse refuses', () => {
    fc.assert(
      fc.property(json, fc.nat(), fc.constantFrom('', ',', '"', '{', ']', '\\', 'x', '0', '\n'), (value, at, piece) => {
        const written = spell(value, ' ');
        const offset = at % (written.length + 1);
        const changed = written.slice(0, offset) + piece + written.slice(offset + 1);
        let isValid = true;
        try {
          isValid = JSON.stringify(JSON.parse(changed)) !== undefined;
        } catch {
          isValid = false;
        }
        const read = (): unknown => parse(changed).value;
        if (!isValid) expect(read).toThrow(/^a\.json:\d+:\d+ \[json-syntax\] # /);
      }),
      { numRuns: runs(500), seed: seed(7) },
    );
  });

  test.each([
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', 9007199254740992n],
    ['-9007199254740993', -9007199254740993n],
    ['18446744073709551615', 18446744073709551615n],
    ['1e3', 1000],
    ['-0', -0],
    ['100000000000000000000.5', 1e20],
    ['0.1234567890123456789', Number('0.1234567890123456789')],
  ])('%s is exact', (written, value) => {
    expect(parse(`{"a":[${written}]}`).value).toEqual({ a: [value] });
    expect(parse(written).value).toEqual(value);
  });

  test('a text of thirty million characters beside a big integer is read', () => {
    const value = parse(`{"a":12345678901234567890,"b":"${'x'.repeat(30_000_000)}"}`).value;
    expect(Object.values(value as object).map((member) => String(member).length)).toEqual([20, 30_000_000]);
  });

  test('a place that does not exist is that of its nearest parent', () => {
    const file = parse('{\n  "a": {\n    "b": [1]\n  }\n}');
    const at = (...segments: string[]): string => {
      const { line, column, pointer } = placeOf(file, segments, true);
      return `${line}:${column} ${pointer}`;
    };
    expect([at(), at('a'), at('a', 'b'), at('a', 'b', '0'), at('a', 'b', '1'), at('a', 'c', 'd'), at('x')]).toEqual([
      '1:1 #',
      '2:3 #/a',
      '3:5 #/a/b',
      '3:11 #/a/b/0',
      '3:10 #/a/b/1',
      '2:8 #/a/c/d',
      '1:1 #/x',
    ]);
  });
});
