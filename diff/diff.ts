import type { ApiDocument } from '../openapi/model/document.js';
import { joinCauses } from './causes/join-causes.js';
import type { Change } from './change.js';
import type { DiffOptions } from './diff-options.js';
import type { DiffReport, Finding, ReportDocument } from './finding.js';
import { makeUnique } from './fingerprint.js';
import { type Judged, judge } from './judge.js';
import { inferMoves } from './moves/infer-moves.js';
import { tellMovedInput } from './moves/moved-input.js';
import { orderFindings } from './order.js';
import { compareInFull } from './pair/compare-documents.js';
import type { Comparison } from './pair/recorder.js';
import { withPlaces } from './place-in.js';
import { applyLevels } from './policy/apply-levels.js';
import { quietEnded } from './policy/ended-elements.js';
import { confirmAtOnce, decide } from './proof/decide.js';
import { rules } from './rules/table.js';
import { summarize } from './summary.js';

/** Everything that changed between two documents, judged and, where a value can show it, proved. Who keeps it keeps no document. */
export async function diffDocuments(
  base: ApiDocument,
  revision: ApiDocument,
  options: DiffOptions = {},
): Promise<DiffReport> {
  const { report } = await diffWithChanges(base, revision, options);
  return { ...report, findings: report.findings.map(withPlaces) };
}

/** The change behind each finding by its fingerprint. */
interface ChangesBehind {
  readonly changes: ReadonlyMap<string, Change>;
  /** The further changes that a finding tells as well; absent for one that tells one change. */
  readonly others: ReadonlyMap<string, readonly Change[]>;
}

/** A report, the changes behind its findings, which are looked up when somebody asks for them, and what was taken for what. */
export interface ReportWithChanges extends ChangesBehind {
  readonly report: DiffReport;
  readonly comparison: Comparison;
}

/** The report on two documents, with the changes that its findings judge. */
export async function diffWithChanges(
  base: ApiDocument,
  revision: ApiDocument,
  options: DiffOptions = {},
): Promise<ReportWithChanges> {
  const { policy = 'default', levels = [], hints = [], unmatched = () => {}, confirm = confirmAtOnce } = options;
  const comparison = compareInFull(base, revision);
  const all = judge(base, revision, comparison.changes, rules, await decide(comparison.changes, confirm));
  const { judged: leveled, off } = applyLevels(
    tellMovedInput(inferMoves(all, [base, revision], hints, unmatched)),
    levels,
  );
  const judged = joinCauses(quietEnded(leveled, options.deprecation));
  const ordered = orderFindings(judged.map(({ finding }) => finding));
  const findings = makeUnique(ordered);
  const report: DiffReport = {
    format: 'specshift.diff/1',
    base: reportDocument(base),
    revision: reportDocument(revision),
    policy,
    summary: summarize(findings, off),
    findings,
  };
  let behind: ChangesBehind | undefined;
  const known = (): ChangesBehind => {
    behind ??= changesBehind(findings, ordered, judged);
    return behind;
  };
  return {
    report,
    get changes() {
      return known().changes;
    },
    get others() {
      return known().others;
    },
    comparison,
  };
}

/** @param ordered the findings before they were told apart, in the same order */
function changesBehind(
  findings: readonly Finding[],
  ordered: readonly Finding[],
  judged: readonly Judged[],
): ChangesBehind {
  const judgedOf = new Map(judged.map((one) => [one.finding, one]));
  const changes = new Map<string, Change>();
  const others = new Map<string, readonly Change[]>();
  for (const [index, { fingerprint }] of findings.entries()) {
    const finding = ordered[index];
    const one = finding === undefined ? undefined : judgedOf.get(finding);
    if (one === undefined) continue;
    changes.set(fingerprint, one.change);
    if (one.others !== undefined) others.set(fingerprint, one.others);
  }
  return { changes, others };
}

function reportDocument(document: ApiDocument): ReportDocument {
  const { file } = document.place(document.origin);
  return { file, title: document.info.title, version: document.info.version, openapi: document.openapi };
}
