import type { DiffOptions } from '../../diff/diff-options.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { type ExitCode, type Io, UsageError } from '../command.js';

/** Stub. */
export async function explainFinding(
  _fingerprint: string,
  _documents: readonly [ApiDocument, ApiDocument],
  _options: DiffOptions,
  _format: 'text' | 'json',
  _io: Io,
): Promise<ExitCode> {
  throw new UsageError('not yet');
}
