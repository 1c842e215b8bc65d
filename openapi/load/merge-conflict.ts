import { DocumentError } from '../source/diagnostic.js';
import type { SourceText } from '../source/text.js';

/** The lines between which git leaves both sides of what it could not merge. */
const LINES = [/^<{7} /gm, /^={7}\r?$/gm, /^>{7} /gm] as const;

/** What is wrong with a file that could not be parsed, if it is that a merge was not finished. */
export function mergeConflict(source: SourceText, cause: DocumentError): DocumentError | undefined {
  const offsets: number[] = [];
  for (const line of LINES) {
    line.lastIndex = offsets.at(-1) ?? 0;
    const found = line.exec(source.text);
    if (found === null) return undefined;
    offsets.push(found.index);
  }
  const message =
    'A merge was not finished: both sides of a conflict stand in the file. Keep one, and remove the lines of "<<<<<<<", "=======" and ">>>>>>>".';
  return new DocumentError([{ code: 'merge-conflict', message, place: source.place(offsets[0] ?? 0) }], { cause });
}
