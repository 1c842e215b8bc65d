import { diffWithChanges } from '../../diff/diff.js';
import type { DiffOptions } from '../../diff/diff-options.js';
import { payloadAround } from '../../diff/payload/payload-around.js';
import { explanationOf } from '../../migrate/explanation.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import type { Json } from '../../openapi/source/json.js';
import { stringify } from '../../openapi/source/stringify.js';
import { renderExplanation } from '../../report/explanation-text.js';
import type { ExitCode, Io } from '../command.js';
import { chooseFinding } from './choose-finding.js';

/** Explains the finding whose fingerprint begins with the given digits. It is not a gate: the exit code is 0. */
export async function explainFinding(
  digits: string,
  documents: readonly [ApiDocument, ApiDocument],
  options: DiffOptions,
  format: 'text' | 'json',
  io: Io,
): Promise<ExitCode> {
  const { report, changes } = await diffWithChanges(...documents, options);
  const finding = chooseFinding(report.findings, digits, '--explain');
  const change = changes.get(finding.fingerprint);
  const payload = change === undefined ? undefined : payloadAround(finding, change, documents);
  const explanation = explanationOf(finding, payload, change);
  // An explanation is made of JSON values only; interfaces lack the index signature that says so.
  io.stdout.write(
    format === 'json'
      ? `${stringify({ format: 'specshift.explanation/1', ...explanation } as unknown as Json)}\n`
      : renderExplanation(explanation, io.stdout.width),
  );
  return 0;
}
