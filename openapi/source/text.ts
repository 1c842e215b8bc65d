import { DocumentError, type Place } from './diagnostic.js';
import { LineIndex } from './line-index.js';
import { placeAt } from './place-at.js';

/** The largest file that is read, in bytes. */
export const MAX_FILE_BYTES = 128 * 1024 * 1024;

/** The text of one file, without a byte order mark, and the way from offsets to lines. Offsets count UTF-16 code units. */
export class SourceText {
  /** The name shown to people: the path as given, never made absolute. */
  readonly name: string;
  readonly text: string;
  #lines: LineIndex | undefined;

  constructor(name: string, text: string) {
    this.name = name;
    this.text = text;
  }

  /** LF, CRLF and a lone CR end a line. */
  place(offset: number, pointer?: string): Place {
    return placeAt(this.name, pointer, () => {
      this.#lines ??= new LineIndex(this.text);
      return this.#lines.position(offset);
    });
  }
}

/**
 * Decodes UTF-8, the only encoding OpenAPI documents may have (RFC 8259, section 8.1; YAML 1.2 is read as UTF-8 too).
 * @throws DocumentError when the bytes are not valid UTF-8; the message names the byte offset.
 */
export function decodeSource(name: string, bytes: Uint8Array): SourceText {
  if (bytes.length > MAX_FILE_BYTES) {
    const limit = `${MAX_FILE_BYTES / 1024 / 1024} MB`;
    throw atStart(name, 'too-large', `The file has ${bytes.length} bytes; files up to ${limit} are read.`);
  }
  const encoding = otherEncoding(bytes);
  if (encoding !== undefined) throw atStart(name, 'encoding', encoding);
  try {
    return new SourceText(name, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    const offset = firstInvalidByte(bytes);
    const before = new SourceText(name, new TextDecoder('utf-8').decode(bytes.subarray(0, offset)));
    const byte = (bytes[offset] ?? 0).toString(16).padStart(2, '0');
    const message = `The file is not valid UTF-8: unexpected byte 0x${byte} at byte offset ${offset}. Save it as UTF-8.`;
    throw new DocumentError([{ code: 'encoding', message, place: before.place(before.text.length) }], { cause });
  }
}

/** What a file is that can be told by its first bytes not to be UTF-8. */
function otherEncoding([first, second, third, fourth]: Uint8Array): string | undefined {
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const zeros = [first, second, third, fourth].filter((byte) => byte === 0).length;
  // Text begins with a character of ASCII, of which these encodings make two or four bytes, all but one of them zero.
  if (zeros === 3 || (zeros === 2 && (isMarked || (first === 0 && second === 0))))
    return 'The file is encoded as UTF-32. Save it as UTF-8.';
  if (isMarked || (zeros === 2 && first !== second && third !== fourth)) {
    return 'The file is encoded as UTF-16. Save it as UTF-8.';
  }
  const isCompressed = (first === 0x1f && second === 0x8b) || (first === 0x50 && second === 0x4b && third === 3);
  return isCompressed ? 'The file is compressed. Unpack it first.' : undefined;
}

function atStart(name: string, code: string, message: string): DocumentError {
  return new DocumentError([{ code, message, place: { file: name, line: 1, column: 1 } }]);
}

/**
 * The offset of the first byte of the first character that is not valid. A prefix that ends inside a character is still fine while
 * streaming, so validity of prefixes is monotone.
 */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      valid = middle;
    } catch {
      invalid = middle;
    }
  }
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return new TextEncoder().encode(decoder.decode(bytes.subarray(0, valid), { stream: true })).length;
}
