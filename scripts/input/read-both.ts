import { channel } from 'node:diagnostics_channel';
import type { ApiDocument } from '../../openapi/model/document.js';
import { DocumentError, formatDiagnostic } from '../../openapi/source/diagnostic.js';
import { Versions } from '../../openapi/versions.js';
import { InputError, type Io, UsageError } from '../command.js';
import { BASE_READ } from './base-read.js';
import { readInput } from './read-input.js';
import { SeveralErrors } from './several-errors.js';

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
    readInput(baseName, io, origins, overlays.base, versions).then(tellBase),
    readInput(revisionName, io, origins, overlays.revision, versions),
  );
}

function tellBase(base: ApiDocument): ApiDocument {
  channel(BASE_READ).publish(undefined);
  return base;
}

/** Waits for both documents; where neither can be read, what is wrong with both is told. */
export async function bothOf(
  readingBase: Promise<ApiDocument>,
  readingRevision: Promise<ApiDocument>,
): Promise<readonly [ApiDocument, ApiDocument]> {
  const [base, revision] = await Promise.allSettled([readingBase, readingRevision]);
  if (base.status === 'fulfilled' && revision.status === 'fulfilled') return [base.value, revision.value];
  throw mergeFailures([base, revision].flatMap((result) => (result.status === 'rejected' ? [result.reason] : [])));
}

/** Both failures where both are the user's to mend, each told once; else the one that is not. */
function mergeFailures(reasons: readonly unknown[]): unknown {
  const defect = reasons.find((reason) => !(reason instanceof DocumentError || reason instanceof InputError));
  if (defect !== undefined) return defect;
  const documents = reasons.filter((reason) => reason instanceof DocumentError);
  const inputs = reasons.filter((reason) => reason instanceof InputError);
  const others = inputs.filter((one, index) => inputs.findIndex(({ message }) => message === one.message) === index);
  const diagnostics = new Map(documents.flatMap((one) => one.diagnostics).map((one) => [formatDiagnostic(one), one]));
  const merged = documents.length === 0 ? [] : [new DocumentError([...diagnostics.values()])];
  const all = [...others, ...merged];
  return all.length === 1 ? all[0] : new SeveralErrors(all);
}
