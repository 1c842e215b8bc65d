import { diffWithChanges } from '../../diff/diff.js';
import type { DiffOptions } from '../../diff/diff-options.js';
import type { Finding } from '../../diff/finding.js';
import { payloadAround } from '../../diff/payload/payload-around.js';
import { explanationOf } from '../../migrate/explanation.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import type { Json } from '../../openapi/source/json.js';
import { stringify } from '../../openapi/source/stringify.js';
import { renderExplanation } from '../../report/explanation-text.js';
import { type ExitCode, InputError, type Io, UsageError } from '../command.js';

/** Fingerprints that are listed when the one asked for is not there, or not the only one. */
const MOST_LISTED = 5;

/** Explains the finding whose fingerprint begins with the given digits. It is not a gate: the exit code is 0. */
export async function explainFinding(
  digits: string,
  documents: readonly [ApiDocument, ApiDocument],
  options: DiffOptions,
  format: 'text' | 'json',
  io: Io,
): Promise<ExitCode> {
  const wanted = digits.toLowerCase();
  if (!/^[0-9a-f]{6,16}$/.test(wanted)) {
    throw new UsageError(`--explain takes a fingerprint, or at least its first 6 digits, not "${digits}".`);
  }
  const { report, changes } = await diffWithChanges(...documents, options);
  const finding = choose(report.findings, wanted);
  const change = changes.get(finding.fingerprint);
  const payload = change === undefined ? undefined : payloadAround(finding, change, documents);
  const explanation = explanationOf(finding, payload);
  // An explanation is made of JSON values only; interfaces lack the index signature that says so.
  io.stdout.write(
    format === 'json'
      ? `${stringify({ format: 'specshift.explanation/1', ...explanation } as unknown as Json)}\n`
      : renderExplanation(explanation, io.stdout.width),
  );
  return 0;
}

function choose(findings: readonly Finding[], wanted: string): Finding {
  const matches = findings.filter(({ fingerprint }) => fingerprint.startsWith(wanted));
  const [match, other] = matches;
  if (match !== undefined && other === undefined) return match;
  if (match !== undefined)
    throw new InputError(`${matches.length} findings begin with "${wanted}": ${listed(matches)}.`);
  if (findings.length === 0) throw new InputError(`No finding begins with "${wanted}": nothing changed.`);
  const shared = ({ fingerprint }: Finding): number => {
    const differs = [...fingerprint].findIndex((digit, index) => digit !== wanted[index]);
    return differs < 0 ? fingerprint.length : differs;
  };
  const nearest = [...findings].sort((a, b) => shared(b) - shared(a) || (a.fingerprint < b.fingerprint ? -1 : 1));
  throw new InputError(`No finding begins with "${wanted}". The nearest are ${listed(nearest)}.`);
}

function listed(findings: readonly Finding[]): string {
  const shown = findings
    .slice(0, MOST_LISTED)
    .map(({ fingerprint, rule, where }) => `${fingerprint} (${rule} at ${where})`);
  return shown.join(', ') + (findings.length > MOST_LISTED ? ` and ${findings.length - MOST_LISTED} more` : '');
}
