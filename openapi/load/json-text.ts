import type { SourceText } from '../source/text.js';

/** The text of a JSON file as it is looked through. */
export interface JsonText {
  /** Of which the offsets of all places count the characters. */
  readonly text: string;
  /** What stands between two offsets, as the file says it. */
  readonly read: (start: number, end: number) => string;
  /** Whether a character of the text is a byte of the file. */
  readonly isBytes: boolean;
  /** Where a character of the text is not yet what the file says, ascending. */
  readonly wide: readonly number[];
}

/** The text of a file as it stands. */
export function plainText({ text }: Pick<SourceText, 'text'>): JsonText {
  return { text, read: (start, end) => text.slice(start, end), isBytes: false, wide: [] };
}
