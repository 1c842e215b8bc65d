import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { ByteText } from '../../../openapi/load/byte-text.js';
import { JsonOutline, type Outline } from '../../../openapi/load/json-outline.js';
import { scanJson } from '../../../openapi/load/json-scan.js';
import { parsePlainJson } from '../../../openapi/load/parse-json.js';
import { assembled } from '../../../scripts/build/web-assembly.js';
import { runs, seed } from '../../fuzz.js';
import { root } from '../../shared.js';

/** A character for each byte. */
const bytesOf = (text: string) => Buffer.from(text).toString('latin1');

/** What an outline tells, by the offset of each bracket that opens. */
function told(text: string, outline: Outline | undefined) {
  const starts = [...text.matchAll(/[[{]/g)].map(({ index }) => index);
  return { keys: outline?.keys, ends: starts.map((start) => outline?.closeOf(start)) };
}

/** In pieces of 64 bytes most strings, escapes and containers go from one piece to the next. */
function expectSame(text: string, chunk = 64): void {
  const bytes = bytesOf(text);
  expect(told(bytes, scanJson(bytes, chunk))).toEqual(told(bytes, JsonOutline.of(bytes)));
}

describe('a text is looked through by its bytes as by its characters', () => {
  test.each([
    '{}',
    '[]',
    '"{"',
    '0',
    ' [ [ ] , { } ] ',
    '{"a": {"b": [{"c": []}, []], "d": {}}, "e": ":"}',
    '{"": 1, "\\"": "\\\\", "\\\\": "\\\\\\"{", "é": ["→", "😀"], ":": "a: {"}',
  ])('%s', (text) => expectSame(text));

  // The place of each byte among the 64 is another one.
  test.each(['"', '\\"', '\\\\', '\\\\\\"', '\\\\\\\\', '[', ':', 'é', '\\u005c'])('%s, wherever it stands', (part) => {
    for (let before = 0; before < 130; before++) {
      expectSame(JSON.stringify({ [`${' '.repeat(before)}${part}`]: [part, { a: part }] }));
      expectSame(`${' '.repeat(before)}{"${part.replace(/^"$/, '')}": [[1], "${part.replace(/^"$/, '')}", {}]}`);
    }
  });

  test('deep ones', () => {
    const depth = 30_000;
    expectSame(`${'[{"a":'.repeat(depth)}1${'}]'.repeat(depth)}`);
    expectSame('[{},'.repeat(depth) + 0 + ']'.repeat(depth), 131_072);
  });

  test('random ones', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\\', '"', '{', ']', ':', ' ', '\n') });
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof({ maxDepth: 4 }, name, fc.integer(), fc.dictionary(name, tie('json')), fc.array(tie('json'))),
    }));
    fc.assert(
      fc.property(json, fc.constantFrom(0, 1, 2, 7), fc.constantFrom(64, 128), (value, space, chunk) => {
        expectSame(JSON.stringify(value, null, space), chunk);
      }),
      { seed: seed(11), numRuns: runs(1_000) },
    );
  });
});

describe('a large file', () => {
  const large = JSON.stringify({ list: Array.from({ length: 20_000 }, (_, number) => ({ number, text: '"{[' })) });
  const read = (text: string) => parsePlainJson(ByteText.of('a.json', Buffer.from(text)) ?? expect.fail('no bytes'));

  test('has the same value and places without WebAssembly', () => {
    const scanned = read(large);
    const instance = vi.spyOn(WebAssembly, 'Instance').mockImplementation(() => {
      throw new WebAssembly.LinkError('There is none.');
    });
    const outlined = read(large);
    expect(instance).toHaveBeenCalled();
    instance.mockRestore();
    const places = (file: typeof scanned) =>
      [[], ['list'], ['list', '0'], ['list', '19999', 'text'], ['list', '20000']].map((at) => file?.locate(at));
    expect([scanned?.value, places(scanned)]).toEqual([outlined?.value, places(outlined)]);
    expect(places(scanned)[3]).toEqual({ key: large.lastIndexOf('"text"'), value: large.lastIndexOf(':') + 1 });
  });

  test('is looked through by its characters where memory does not suffice', () => {
    const grow = vi.spyOn(WebAssembly.Memory.prototype, 'grow').mockImplementation(() => {
      throw new RangeError('Maximum memory size exceeded');
    });
    const scan = scanJson('[]'.repeat(200_000));
    grow.mockRestore();
    expect(scan).toBeUndefined();
  });

  test('with a key twice in an object is not read as one without', () => {
    expect(read(large)?.value).toEqual(JSON.parse(large));
    expect(read(large.replace('"number":9999,', '"number":9999,"number":9999,'))).toBeUndefined();
  });
});

test('the code is what is written down in text', async () => {
  const programs = await assembled(pathToFileURL(join(root, '/')));
  expect(programs.map(({ file }) => readFileSync(file, 'utf8'))).toEqual(programs.map(({ text }) => text));
});
