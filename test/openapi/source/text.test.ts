import { describe, expect, test } from 'vitest';
import { type Diagnostic, DocumentError } from '../../../openapi/source/diagnostic.js';
import { decodeSource, MAX_FILE_BYTES, SourceText } from '../../../openapi/source/text.js';

function refusal(bytes: Uint8Array): readonly Diagnostic[] {
  try {
    decodeSource('api.yaml', bytes);
  } catch (error) {
    if (error instanceof DocumentError) return error.diagnostics;
    throw error;
  }
  return [];
}

describe('decodeSource', () => {
  test('reads UTF-8', () => {
    expect(decodeSource('a', Buffer.from('é😀')).text).toBe('é😀');
    expect(decodeSource('a', new Uint8Array()).text).toBe('');
  });

  test('a byte order mark is not part of the text, and does not move columns', () => {
    const source = decodeSource('a', Buffer.from('\ufeffopenapi: 3.1.0\n'));
    expect(source.text).toBe('openapi: 3.1.0\n');
    expect(source.place(9)).toEqual({ file: 'a', line: 1, column: 10 });
  });

  test.each([
    ['little', Buffer.from('\ufeff{}', 'utf16le')],
    ['big', Buffer.from([0xfe, 0xff, 0, 0x7b])],
    ['little, without mark', Buffer.from('{}', 'utf16le')],
    ['big, without mark', Buffer.from([0, 0x7b, 0, 0x7d])],
  ])('UTF-16 is refused by name, %s endian', (_, bytes) => {
    expect(refusal(bytes)).toEqual([
      {
        code: 'encoding',
        message: 'The file is encoded as UTF-16. Save it as UTF-8.',
        place: { file: 'api.yaml', line: 1, column: 1 },
      },
    ]);
  });

  test.each([
    ['The file is encoded as UTF-32. Save it as UTF-8.', [0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0]],
    ['The file is encoded as UTF-32. Save it as UTF-8.', [0, 0, 0xfe, 0xff, 0, 0, 0, 0x7b]],
    ['The file is encoded as UTF-32. Save it as UTF-8.', [0, 0, 0, 0x7b]],
    ['The file is compressed. Unpack it first.', [0x1f, 0x8b, 8, 0]],
    ['The file is compressed. Unpack it first.', [0x50, 0x4b, 3, 4]],
  ])('%s', (message, bytes) => {
    const place = { file: 'api.yaml', line: 1, column: 1 };
    expect(refusal(Uint8Array.from(bytes))).toEqual([{ code: 'encoding', message, place }]);
  });

  test.each([
    ['a lone continuation byte', [0x61, 0x0a, 0x62, 0x80], 3, '80', 2, 2],
    ['Latin-1', [0x63, 0x61, 0x66, 0xe9, 0x0a], 3, 'e9', 1, 4],
    ['an overlong form', [0xc0, 0xaf], 0, 'c0', 1, 1],
    ['half a surrogate pair', [0x61, 0xed, 0xa0, 0x80], 1, 'ed', 1, 2],
    ['a character that is cut off', [0x61, 0xe2, 0x82], 1, 'e2', 1, 2],
    ['a byte no character has', [0xc3, 0xa9, 0xff], 2, 'ff', 1, 2],
  ])('%s is refused with its offset', (_, bytes, offset, byte, line, column) => {
    expect(refusal(Uint8Array.from(bytes))).toEqual([
      {
        code: 'encoding',
        message: `The file is not valid UTF-8: unexpected byte 0x${byte} at byte offset ${offset}. Save it as UTF-8.`,
        place: { file: 'api.yaml', line, column },
      },
    ]);
  });

  test('a file above the limit is refused before it is decoded', () => {
    expect(refusal(new Uint8Array(MAX_FILE_BYTES + 1))).toEqual([
      {
        code: 'too-large',
        message: 'The file has 134217729 bytes; files up to 128 MB are read.',
        place: { file: 'api.yaml', line: 1, column: 1 },
      },
    ]);
  });
});

describe('place', () => {
  const places = (text: string): readonly string[] => {
    const source = new SourceText('a', text);
    return [...text, ''].map((_, offset) => {
      const { line, column } = source.place(offset);
      return `${line}:${column}`;
    });
  };

  test.each([
    ['LF', 'a\nb\n', ['1:1', '1:2', '2:1', '2:2', '3:1']],
    ['CRLF', 'a\r\nb', ['1:1', '1:2', '1:3', '2:1', '2:2']],
    ['a lone CR', 'a\rb', ['1:1', '1:2', '2:1', '2:2']],
    ['CR before CRLF', '\r\r\nx', ['1:1', '2:1', '2:2', '3:1', '3:2']],
    ['nothing', '', ['1:1']],
    ['U+2028, which ends no line', 'a\u2028b', ['1:1', '1:2', '1:3', '1:4']],
  ])('%s', (_, text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  test('columns count UTF-16 code units, and a pointer is passed on', () => {
    expect(new SourceText('a', '😀x').place(2, '#/x')).toEqual({ file: 'a', line: 1, column: 3, pointer: '#/x' });
  });
});
