import { counted } from '../counted.js';
import type { ReportWithChanges } from '../diff.js';
import type { DiffSummary } from '../finding.js';
import { summarize } from '../summary.js';
import type { AcceptedEntry } from './acceptance.js';
import type { GateFailure, GateReport, GateSettings } from './gate-report.js';
import { matchEntries } from './match-entries.js';
import { type FailOn, passes } from './verdict.js';
import { type VersionMove, versionMove } from './version-move.js';

/**
 * Decides whether what changed between two documents may pass. What is accepted does not count, neither for the levels nor for the
 * version it would demand.
 */
export function judgeGate(
  { report, changes }: Pick<ReportWithChanges, 'report' | 'changes'>,
  entries: readonly AcceptedEntry[],
  settings: GateSettings,
): GateReport {
  const { base, revision, policy } = report;
  const matched = matchEntries(entries, report.findings, changes, settings.today);
  const findings = report.findings.filter(({ fingerprint }) => !matched.accepted.has(fingerprint));
  const summary = summarize(findings, report.summary.levels.off);
  const version = versionMove(base.version, revision.version, summary.requiredBump);
  const failures = failuresOf(summary, version, settings);
  return {
    format: 'specshift.gate/1',
    base,
    revision,
    policy,
    settings,
    passed: failures.length === 0,
    failures,
    summary,
    version,
    findings,
    accepted: report.findings.flatMap(({ fingerprint }) => matched.accepted.get(fingerprint) ?? []),
    entries: matched.entries,
  };
}

function failuresOf(
  summary: DiffSummary,
  version: VersionMove,
  { failOn, maxUndecided, requireBump }: GateSettings,
): readonly GateFailure[] {
  const failures: GateFailure[] = [];
  if (!passes(summary, failOn)) failures.push({ kind: 'findings', message: findingsMessage(summary, failOn) });
  if (maxUndecided !== null && summary.undecided > maxUndecided) {
    const most = maxUndecided === 0 ? 'none is allowed' : `at most ${maxUndecided} may be`;
    const message = `${counted(summary.undecided, 'finding is', 'findings are')} undecided, and ${most}.`;
    failures.push({ kind: 'undecided', message });
  }
  if (requireBump && !version.sufficient) failures.push({ kind: 'version', message: version.message });
  return failures;
}

function findingsMessage({ levels }: DiffSummary, failOn: FailOn): string {
  const errors = counted(levels.error, 'finding is an error', 'findings are errors');
  const warnings = counted(levels.warning, 'finding is a warning', 'findings are warnings');
  if (failOn === 'breaking' || failOn === 'error' || levels.warning === 0) return `${errors}.`;
  return levels.error === 0 ? `${warnings}.` : `${errors}, and ${warnings}.`;
}
