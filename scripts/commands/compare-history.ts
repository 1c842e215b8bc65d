import { diffDocuments } from '../../diff/diff.js';
import type { DiffOptions } from '../../diff/diff-options.js';
import type { HistoryReport, HistoryStep, Revision, UnreadableRevision } from '../../diff/history/history-report.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { DocumentError, formatDiagnostic } from '../../openapi/source/diagnostic.js';
import { InputError, type Io } from '../command.js';
import { readInput } from '../input/read-input.js';

/** Digits of a commit that name it in places: enough for any repository. */
const SHORT = 12;
const NOWHERE: ReadonlySet<string> = new Set();

/**
 * Compares each revision with the next one that can be read. Each is read once, the newest first, and two are held at a time.
 * @param revisions the oldest first
 * @param most how many steps are wanted of the newest
 * @throws InputError when nothing can be compared
 */
export async function compareHistory(
  document: string,
  revisions: readonly Revision[],
  most: number,
  options: DiffOptions,
  io: Io,
): Promise<HistoryReport> {
  const steps: HistoryStep[] = [];
  const unreadable: UnreadableRevision[] = [];
  let next: { readonly revision: Revision; readonly document: ApiDocument } | undefined;
  let over = 0;
  for (const revision of [...revisions].reverse()) {
    if (steps.length === most) break;
    const read = await readRevision(revision, io);
    if (typeof read === 'string') {
      unreadable.push({ ...revision, reason: read });
      over++;
      continue;
    }
    if (next !== undefined) {
      const { summary, findings } = await diffDocuments(read, next.document, options);
      steps.push({ from: revision, to: next.revision, over, summary, findings });
    }
    next = { revision, document: read };
    over = 0;
  }
  if (steps.length === 0) throw new InputError(nothingCompared(document, revisions.length, unreadable.reverse()));
  const policy = options.policy ?? 'default';
  return {
    format: 'specshift.history/1',
    document,
    policy,
    steps: steps.reverse(),
    unreadable: unreadable.reverse(),
  };
}

/** The document, or in words why it is none. */
async function readRevision({ commit, file }: Revision, io: Io): Promise<ApiDocument | string> {
  try {
    return await readInput(commit === null ? file : `${commit.slice(0, SHORT)}:${file}`, io, NOWHERE);
  } catch (error) {
    if (error instanceof DocumentError && error.diagnostics[0] !== undefined)
      return formatDiagnostic(error.diagnostics[0]);
    if (error instanceof InputError) return error.message;
    // A defect of ours is no property of the file.
    throw error;
  }
}

function nothingCompared(document: string, count: number, unreadable: readonly UnreadableRevision[]): string {
  const [first] = unreadable;
  if (first === undefined) return `"${document}" has one revision: there is nothing to compare.`;
  const many = unreadable.length === 1 ? 'one cannot' : `${unreadable.length} cannot`;
  return `"${document}" has ${count} revisions of which ${many} be read, so that nothing could be compared: ${first.reason}`;
}
