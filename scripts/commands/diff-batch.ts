import { diffDocuments } from '../../diff/diff.js';
import type { DiffOptions } from '../../diff/diff-options.js';
import { type FailOn, passes } from '../../diff/gate/verdict.js';
import type { MoveHint } from '../../diff/moves/hint.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { DocumentError } from '../../openapi/source/diagnostic.js';
import { type BatchResult, renderBatchJson, renderBatchText } from '../../report/batch.js';
import { encodeTerminal } from '../../report/encode/terminal.js';
import { type ExitCode, InputError, type Io } from '../command.js';
import { PairReader } from '../input/pair-reader.js';
import { pairsTogether } from '../input/pairs-together.js';
import { type NamedPair, readPairs } from '../input/read-pairs.js';
import { tellWarnings } from '../output/warnings.js';
import { confirmTogether } from './confirm-together.js';

/** What is decided for all pairs of a batch alike. */
export interface BatchOptions {
  readonly failOn: FailOn;
  readonly format: 'text' | 'json';
  readonly origins: ReadonlySet<string>;
  /** Tell what is wrong in the documents but clear; a batch keeps that to itself unless asked. */
  readonly warnings: boolean;
  readonly diff: DiffOptions;
}

/** Compares every pair of a file. A pair that cannot be compared is told, and the others are compared all the same. */
export async function runBatch(file: string, options: BatchOptions, io: Io): Promise<ExitCode> {
  const pairs = await readPairs(file, io);
  const { hints = [], unmatched = () => {} } = options.diff;
  // A hint is for some pair of the batch: it is without effect only when it is so in all.
  const missed = new Map<MoveHint, number>();
  const confirm = confirmTogether();
  const diff = {
    ...options.diff,
    confirm,
    unmatched: (hint: MoveHint) => missed.set(hint, (missed.get(hint) ?? 0) + 1),
  };
  const results: BatchResult[] = [];
  const reader = new PairReader(options.origins, io);
  for (const together of pairsTogether(pairs, io)) {
    reader.keepFor(together);
    const read = await Promise.all(
      together.map(async (pair) => ({ ...pair, documents: await reader.read(pair).catch(asError) })),
    );
    for (const { documents } of read) {
      if (options.warnings && !(documents instanceof Error)) tellWarnings(documents, true, io);
    }
    const compared = await Promise.all(read.map((pair) => compare(pair, options.failOn, diff)));
    for (const result of compared) {
      results.push(result);
      if (!('error' in result)) continue;
      for (const line of result.error.split('\n')) io.stderr.write(`${encodeTerminal(`${result.name}: ${line}`)}\n`);
    }
  }
  const compared = results.filter((result) => 'report' in result).length;
  for (const hint of hints) if (missed.get(hint) === compared) unmatched(hint);
  io.stdout.write(options.format === 'json' ? renderBatchJson(results) : renderBatchText(results));
  if (results.some((result) => 'error' in result)) return 2;
  return results.every((result) => 'passed' in result && result.passed) ? 0 : 1;
}

interface ReadPair extends NamedPair {
  /** Or what kept them from being read. */
  readonly documents: readonly [ApiDocument, ApiDocument] | Error;
}

async function compare({ name, documents }: ReadPair, failOn: FailOn, diff: DiffOptions): Promise<BatchResult> {
  if (documents instanceof Error) return { name, error: errorText(documents) };
  const report = await diffDocuments(...documents, diff).catch(asError);
  if (report instanceof Error) return { name, error: errorText(report) };
  return { name, passed: passes(report.summary, failOn), report };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** What is not the user's to mend is a defect, and said so. */
function errorText(error: Error | undefined): string {
  if (error instanceof DocumentError || error instanceof InputError) return error.message;
  return `internal error, please report it: ${error?.name ?? 'Error'}: ${error?.message ?? ''}`;
}
