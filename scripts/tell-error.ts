import { DocumentError, formatDiagnostic } from '../openapi/source/diagnostic.js';
import { encodeTerminal } from '../report/encode/terminal.js';
import { type ExitCode, InputError, type Io, UsageError } from './command.js';
import { SeveralErrors } from './input/several-errors.js';

/** Tells what went wrong, in words. Anything that is not the user's to mend is a defect, and said so: a gate must not pass on it. */
export function tellError(error: unknown, io: Io): ExitCode {
  if (error instanceof SeveralErrors) {
    for (const one of error.reasons) tellError(one, io);
  } else if (error instanceof DocumentError) {
    for (const one of error.diagnostics) io.stderr.write(`${encodeTerminal(formatDiagnostic(one))}\n`);
    const count = error.diagnostics.length;
    if (count > 1) io.stderr.write(`${count} faults were found.\n`);
  } else if (error instanceof UsageError || error instanceof InputError) {
    io.stderr.write(`specshift: ${encodeTerminal(error.message)}\n`);
  } else if (isFullDisk(error)) {
    io.stderr.write(`specshift: The output could not be written to its end (${error.code}).\n`);
  } else {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    io.stderr.write(`specshift: internal error, please report it: ${encodeTerminal(text)}\n`);
    if (io.env['SPECSHIFT_DEBUG'] !== undefined && error instanceof Error) io.stderr.write(`${error.stack}\n`);
  }
  return 2;
}

/** Whether what is written to takes no more. A reader that went away is something else. */
function isFullDisk(error: unknown): error is Error & { readonly code: string } {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return false;
  return error.syscall === 'write' && FULL.has(String(error.code));
}

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO']);
