import type { ApiDocument } from '../../openapi/model/document.js';
import { type Diagnostic, formatDiagnostic } from '../../openapi/source/diagnostic.js';
import { encodeTerminal } from '../../report/encode/terminal.js';
import type { Io } from '../command.js';

/**
 * Tells on stderr what is wrong in documents but has a clear meaning: every place when asked for all, else the first of each kind
 * with the number of others.
 */
export function tellWarnings(documents: readonly ApiDocument[], all: boolean, io: Io): void {
  const warnings = new Map(
    documents.flatMap((document) => document.warnings).map((one) => [formatDiagnostic(one), one]),
  );
  const lines = all ? [...warnings.keys()] : firstOfEachKind([...warnings.values()]);
  for (const line of lines) io.stderr.write(`warning: ${encodeTerminal(line)}\n`);
  if (!all && lines.length < warnings.size) io.stderr.write('--warnings lists every place.\n');
}

function firstOfEachKind(warnings: readonly Diagnostic[]): readonly string[] {
  const kinds = new Map<string, Diagnostic[]>();
  for (const warning of warnings) {
    const kind = kinds.get(warning.code);
    if (kind === undefined) kinds.set(warning.code, [warning]);
    else kind.push(warning);
  }
  return [...kinds.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const more = others.length === 0 ? '' : ` (and ${others.length} more of this kind)`;
    return [`${formatDiagnostic(first)}${more}`];
  });
}
