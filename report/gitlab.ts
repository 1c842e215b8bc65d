import type { DiffReport, Finding, FindingPlace } from '../diff/finding.js';
import type { EntryReport } from '../diff/gate/acceptance.js';
import type { GateReport } from '../diff/gate/gate-report.js';
import { sha256 } from '../diff/sha256.js';
import type { Json } from '../openapi/source/json.js';
import { stringify } from '../openapi/source/stringify.js';
import { encodeJsonLog } from './encode/json-log.js';
import { encodeTerminal } from './encode/terminal.js';
import { entryName } from './entry-name.js';
import {
  acceptedWords,
  judgementOf,
  proofWords,
  type ReportContext,
  reachWords,
  shortened,
  shownPlace,
} from './told-report.js';

const LONGEST_TEXT = 2_000;

/** Findings as a report of GitLab Code Quality: a list of issues, each in its place of the revision. */
export function renderGitlab(report: DiffReport | GateReport, context: ReportContext): string {
  const { accepted, entries, failures } = judgementOf(report);
  const issues: readonly Json[] = [
    ...failures
      .filter(({ kind }) => kind !== 'findings')
      .map(({ kind, message }) =>
        issue(`gate-${kind}`, message, 'critical', sha256(`gate-${kind}`), null, report, context),
      ),
    ...report.findings.map((finding) => ofFinding(finding, report, context)),
    ...accepted.map((one) => {
      const { rule, where, message, fingerprint } = one.finding;
      const text = `${acceptedWords(one)} – ${where}: ${message}`;
      return issue(rule, text, 'info', fingerprint, shownPlace(one.finding), report, context);
    }),
    ...entries.map((entry) => ofEntry(entry, report, context)),
  ];
  if (issues.length === 0) return '[]\n';
  return encodeJsonLog(`[\n${issues.map((one) => `  ${stringify(one)}`).join(',\n')}\n]\n`);
}

const SEVERITIES = { error: 'critical', warning: 'minor', info: 'info', off: 'info' } as const;

function ofFinding(finding: Finding, report: DiffReport | GateReport, context: ReportContext): Json {
  const { rule, where, message, witness, fingerprint, level } = finding;
  const proof = witness === null ? '' : ` Proof: ${proofWords(witness)}`;
  const text = `${where}: ${message}${proof} ${reachWords(finding)}`;
  return issue(rule, text, SEVERITIES[level], fingerprint, shownPlace(finding), report, context);
}

function ofEntry(entry: EntryReport, report: DiffReport | GateReport, context: ReportContext): Json {
  const { status, target, message, place } = entry;
  const id = sha256(`${status} ${entryName(target)} ${place.file} ${place.pointer}`);
  const severity = status === 'expired' || status === 'ambiguous' ? 'minor' : 'info';
  return issue(`accepted-${status}`, `${entryName(target)}: ${message}`, severity, id, place, report, context);
}

function issue(
  name: string,
  text: string,
  severity: string,
  fingerprint: string,
  place: FindingPlace | null,
  { revision }: DiffReport | GateReport,
  { pathOf }: ReportContext,
): Json {
  return {
    description: encodeTerminal(shortened(text, LONGEST_TEXT)),
    check_name: name,
    fingerprint,
    severity,
    location: { path: pathOf(place?.file ?? revision.file), lines: { begin: place?.line ?? 1 } },
  };
}
