import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteText } from '../../../openapi/load/byte-text.js';
import { loadFile } from '../../../openapi/load/load-file.js';
import { type LoadedFile, placeOf } from '../../../openapi/load/loaded-file.js';
import { parseJson } from '../../../openapi/load/parse-json.js';
import { isArray, isObject, type Json } from '../../../openapi/source/json.js';
import { decodeSource } from '../../../openapi/source/text.js';
import { runs, seed } from '../../fuzz.js';

function pointersOf(value: Json, at: readonly string[] = []): readonly (readonly string[])[] {
  const keys = isArray(value) ? [...value.keys()].map(String) : isObject(value) ? Object.keys(value) : [];
  const inside = (key: string): Json => (value as Readonly<Record<string, Json>>)[key] ?? null; // Lists have such keys too.
  return [at, ...keys.flatMap((key) => pointersOf(inside(key), [...at, key]))];
}

function described(file: LoadedFile) {
  const places = pointersOf(file.value).map((at) => [placeOf(file, at), placeOf(file, at, true)]);
  return { value: file.value, usesIds: file.usesIds, places };
}

function expectSame(text: string): void {
  const bytes = Buffer.from(text);
  expect(described(loadFile('a.json', bytes))).toEqual(described(parseJson(decodeSource('a.json', bytes))));
}

/** A text of bytes pays where little is beyond ASCII. */
const FILLER = ['filler '.repeat(2_000)];

describe('a text of bytes says the same as one of characters, at the same places', () => {
  test.each([
    '{"a": 1, "b": ["x", {"c": null}]}',
    '\ufeff{"é": 1, "b": 2,\n "ü😀": ["→", {"ß": "ö"}], "c": 3}',
    '{"é": "\\\\ü", "\u2028": 1, "z": 2}\r\n',
    '{"a":"\uffff\u0080","b":1}',
    '["a", "é", {"b": ["ü", "\\u00e9ß", 1], "c": "x"}, "ö", ["d", {"ä": 1, "e": "é"}], "→"]',
    '"é"',
  ])('%#', (text) => {
    expectSame(text);
    expectSame(`[${JSON.stringify(FILLER)}, ${text.replace('\ufeff', '')}, "é"]`);
  });

  test('random', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'é', '→', '😀', '\\', '"', '\n', '\u2028') });
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof({ maxDepth: 3 }, name, fc.integer(), fc.dictionary(name, tie('json')), fc.array(tie('json'))),
    }));
    const spaces = fc.constantFrom(0, 1, 2);
    fc.assert(
      fc.property(json, spaces, (value, space) => expectSame(JSON.stringify([FILLER, value], null, space))),
      { seed: seed(7), numRuns: runs(300) },
    );
  });
});

test('the text has a character for each byte', () => {
  const text = `{"é😀": ${JSON.stringify(FILLER)}, "→": 1}`;
  const bytes = ByteText.of('a.json', Buffer.from(text));
  expect(bytes?.text).toBe(Buffer.from(text).toString('latin1'));
  expect(bytes?.wide).toEqual([2, Buffer.from(text).indexOf('→')]);
  expect(bytes?.read(1, 9)).toBe('"é😀"');
});

test('a mark of byte order is no part of the text', () => {
  const text = `\ufeff{"a": ${JSON.stringify(FILLER)}, "→": "é", "b": 1}`;
  expect(ByteText.of('a.json', Buffer.from(text))?.text.startsWith('{"a"')).toBe(true);
  expectSame(text);
});

test('a character that may not stand after a backslash is refused', () => {
  expect(() => loadFile('a.json', Buffer.from(`[${JSON.stringify(FILLER)}, {"a": "\\é"}]`))).toThrow('a.json:1:');
});

test('what is no UTF-8 is left to those who say where', () => {
  expect(ByteText.of('a.json', Buffer.from([0x7b, 0xff, 0x7d]))).toBeUndefined();
  expect(() => loadFile('a.json', Buffer.from([0x7b, 0xff, 0x7d]))).toThrow('byte offset 1');
});

test('a version is read by the bytes of another only where both are texts of bytes', () => {
  // As bytes, the one character is what the two others are.
  const [bytes, characters] = ['Ã©', 'é'].map((text) =>
    JSON.stringify({ filler: FILLER.concat(FILLER), text }, null, 1),
  );
  const many = JSON.stringify({ filler: FILLER.concat(FILLER), text: 'Ã©', more: 'é '.repeat(2_000) }, null, 1);
  const base = loadFile('a.json', Buffer.from(characters ?? ''));
  for (const text of [bytes ?? '', many]) {
    expect(loadFile('b.json', Buffer.from(text), base).value).toEqual(JSON.parse(text));
  }
});

test('a text of many such characters is read as it stands', () => {
  const bytes = Buffer.from(JSON.stringify({ a: 'é '.repeat(100_000), b: 1 }));
  expect(ByteText.of('a.json', bytes)).toBeUndefined();
  expect(placeOf(loadFile('a.json', bytes), ['b'])).toEqual({
    file: 'a.json',
    line: 1,
    column: 200_013,
    pointer: '#/b',
  });
});
