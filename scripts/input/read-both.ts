import type { ApiDocument } from '../../openapi/model/document.js';
import { DocumentError, formatDiagnostic } from '../../openapi/source/diagnostic.js';
import { Versions } from '../../openapi/versions.js';
import { type Io, UsageError } from '../command.js';
import { readInput } from './read-input.js';

/** Overlays that a user asks to apply to the two documents of a comparison. */
export interface OverlayNames {
  readonly base: readonly string[];
  readonly revision: readonly string[];
}

const NO_OVERLAYS: OverlayNames = { base: [], revision: [] };

/** Reads both documents, so that the faults of both are told in one run. */
export async function readBoth(
  baseName: string,
  revisionName: string,
  io: Io,
  origins: ReadonlySet<string>,
  overlays = NO_OVERLAYS,
): Promise<readonly [ApiDocument, ApiDocument]> {
  if (baseName === '-' && revisionName === '-') {
    throw new UsageError('Only one of the two documents can come from standard input.');
  }
  const versions = new Versions();
  return bothOf(
    readInput(baseName, io, origins, overlays.base, versions),
    readInput(revisionName, io, origins, overlays.revision, versions),
  );
}

/** Waits for both documents; where neither can be read, the faults of both are told. */
export async function bothOf(
  readingBase: Promise<ApiDocument>,
  readingRevision: Promise<ApiDocument>,
): Promise<readonly [ApiDocument, ApiDocument]> {
  const [base, revision] = await Promise.allSettled([readingBase, readingRevision]);
  if (base.status === 'fulfilled' && revision.status === 'fulfilled') return [base.value, revision.value];
  throw mergeFailures([base, revision].flatMap((result) => (result.status === 'rejected' ? [result.reason] : [])));
}

/** The first failure, with the faults of the other document added when both are faults of documents. */
function mergeFailures(reasons: readonly unknown[]): unknown {
  const [first, second] = reasons;
  if (!(first instanceof DocumentError && second instanceof DocumentError)) return first;
  const told = new Set(first.diagnostics.map(formatDiagnostic));
  return new DocumentError([
    ...first.diagnostics,
    ...second.diagnostics.filter((one) => !told.has(formatDiagnostic(one))),
  ]);
}
