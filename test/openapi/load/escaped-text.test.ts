import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EscapedText } from '../../../openapi/load/escaped-text.js';
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

describe('an escaped text says the same, at the same places', () => {
  test.each([
    '{"a": 1, "b": ["x", {"c": null}]}',
    '\ufeff{"é": 1, "b": 2,\n "ü😀": ["→", {"ß": "ö"}], "c": 3}',
    '{"é": "\\\\ü", "\u2028": 1, "z": 2}\r\n',
    '{"a":"\uffff\u0080","b":1}',
    `{"long": "${'x'.repeat(5_000)}é", "b": 1, "é${'y'.repeat(3_000)}": 2, "c": 3}`,
  ])('%#', expectSame);

  test('random', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'é', '→', '😀', '\\', '"', '\n', '\u2028') });
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof({ maxDepth: 3 }, name, fc.integer(), fc.dictionary(name, tie('json')), fc.array(tie('json'))),
    }));
    const spaces = fc.constantFrom(0, 1, 2);
    fc.assert(
      fc.property(json, spaces, (value, space) => expectSame(JSON.stringify(value, null, space))),
      { seed: seed(7), numRuns: runs(300) },
    );
  });
});

test('characters beyond ASCII are escaped', () => {
  const escaped = EscapedText.of('a.json', Buffer.from('{"é😀": 1}'));
  expect(escaped?.text).toBe('{"\\u00e9\\ud83d\\ude00": 1}');
});

test('what an escape would mend is not escaped', () => {
  expect(EscapedText.of('a.json', Buffer.from('{"a": "\\é"}'))).toBeUndefined();
  expect(() => loadFile('a.json', Buffer.from('{"a": "\\é"}'))).toThrow('a.json:1:');
});

test('what is no UTF-8 is left to those who say where', () => {
  expect(EscapedText.of('a.json', Buffer.from([0x7b, 0xff, 0x7d]))).toBeUndefined();
  expect(() => loadFile('a.json', Buffer.from([0x7b, 0xff, 0x7d]))).toThrow('byte offset 1');
});

test('a text of many such characters is read as it stands', () => {
  const bytes = Buffer.from(JSON.stringify({ a: 'é'.repeat(100_000), b: 1 }));
  expect(EscapedText.of('a.json', bytes)).toBeUndefined();
  expect(placeOf(loadFile('a.json', bytes), ['b'])).toEqual({
    file: 'a.json',
    line: 1,
    column: 100_013,
    pointer: '#/b',
  });
});
