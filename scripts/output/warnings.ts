import type { ApiDocument } from '../../openapi/model/document.js';
import { formatDiagnostic } from '../../openapi/source/diagnostic.js';
import { encodeTerminal } from '../../report/encode/terminal.js';
import type { Io } from '../command.js';

/** Tells on stderr what is wrong in a document but has a clear meaning, with the places. */
export function tellWarnings(document: ApiDocument, io: Io): void {
  for (const warning of document.warnings) io.stderr.write(`warning: ${encodeTerminal(formatDiagnostic(warning))}\n`);
}
