import type { ApiDocument, WarningKind } from '../../openapi/model/document.js';
import { type Diagnostic, formatDiagnostic } from '../../openapi/source/diagnostic.js';
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

/** The kinds of all documents together; a document that is given twice, or once as another edition, counts once. */
function kindsIn(documents: readonly ApiDocument[]): readonly WarningKind[] {
  const kinds = new Map<string, WarningKind>();
  for (const { first, count } of documents.flatMap(({ warningKinds }) => warningKinds)) {
    const known = kinds.get(first.code);
    if (known === undefined) kinds.set(first.code, { first, count });
    else if (!isSame(known.first, first)) {
      kinds.set(first.code, { ...known, count: known.count + count });
    } else if (count > known.count) kinds.set(first.code, { first, count });
  }
  return [...kinds.values()];
}

/** Whether two warnings are told in the same words; the lines of different files are not looked up for that. */
function isSame(one: Diagnostic, other: Diagnostic): boolean {
  return one.place.file === other.place.file && formatDiagnostic(one) === formatDiagnostic(other);
}
