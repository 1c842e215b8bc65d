import type { ApiDocument, WarningKind } from '../../openapi/model/document.js';
import { formatDiagnostic } from '../../openapi/source/diagnostic.js';
import { encodeTerminal } from '../../report/encode/terminal.js';
import type { Io } from '../command.js';

/**
 * Tells on stderr what is wrong in documents but has a clear meaning: every place when asked for all, else the first of each kind
 * with the number of others.
 */
export function tellWarnings(documents: readonly ApiDocument[], all: boolean, io: Io): void {
  const tell = (line: string): void => io.stderr.write(`warning: ${encodeTerminal(line)}\n`);
  if (all) {
    new Set(documents.flatMap(({ warnings }) => warnings.map(formatDiagnostic))).forEach(tell);
    return;
  }
  const kinds = kindsIn(documents);
  for (const { first, count } of kinds) {
    tell(`${formatDiagnostic(first)}${count === 1 ? '' : ` (and ${count - 1} more of this kind)`}`);
  }
  if (kinds.some(({ count }) => count > 1)) io.stderr.write('--warnings lists every place.\n');
}

/** The kinds of all documents together; a document that is given twice counts once. */
function kindsIn(documents: readonly ApiDocument[]): readonly WarningKind[] {
  const files = new Map(documents.map((document) => [document.place(document.origin).file, document]));
  const kinds = new Map<string, WarningKind>();
  for (const { warningKinds } of files.values()) {
    for (const { first, count } of warningKinds) {
      const known = kinds.get(first.code);
      kinds.set(first.code, known === undefined ? { first, count } : { ...known, count: known.count + count });
    }
  }
  return [...kinds.values()];
}
