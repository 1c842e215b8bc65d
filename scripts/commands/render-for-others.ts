import type { ReportWithChanges } from '../../diff/diff.js';
import type { DiffReport, Finding } from '../../diff/finding.js';
import type { GateReport } from '../../diff/gate/gate-report.js';
import type { FailOn } from '../../diff/gate/verdict.js';
import { type Payload, payloadAround } from '../../diff/payload/payload-around.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { COMMENT_LIMIT, commentMarker, renderGateMarkdown, SUMMARY_LIMIT } from '../../report/gate-markdown.js';
import { renderGithubAnnotations } from '../../report/github-annotations.js';
import { renderGitlab } from '../../report/gitlab.js';
import { renderJunit } from '../../report/junit.js';
import { renderSarif } from '../../report/sarif.js';
import type { Io } from '../command.js';
import { repositoryPath } from '../input/repository-path.js';
import { VERSION } from '../version.js';

/** What was compared, for what a report shows beyond its findings. */
export interface Compared {
  readonly compared: Pick<ReportWithChanges, 'changes'>;
  readonly documents: readonly [ApiDocument, ApiDocument];
}

/** A report, and what else there is to know to write it. */
export interface Reported extends Compared {
  readonly report: DiffReport | GateReport;
  /** How the gate was called, for advice. */
  readonly call: string;
  readonly failOn: FailOn;
}

/** The formats that are for programs, or for pages. */
export type OtherFormat = 'markdown' | 'comment' | 'summary' | 'sarif' | 'junit' | 'gitlab' | 'github';

/** Witnesses that are shown in their places; each takes a search through a whole body. */
const MOST_PAYLOADS = 20;

/** A report for other programs, or for a page on the web. */
export function renderForOthers(format: OtherFormat, told: Reported, io: Io): string {
  const { report, call, failOn } = told;
  const context = { pathOf: repositoryPath(io), tool: VERSION, failOn, call };
  switch (format) {
    case 'sarif':
      return renderSarif(report, context);
    case 'junit':
      return renderJunit(report, context);
    case 'gitlab':
      return renderGitlab(report, context);
    case 'github':
      return renderGithubAnnotations(report, context);
    case 'markdown':
      return renderGateMarkdown(report, { ...context, limit: COMMENT_LIMIT, payloads: payloadsOf(told) });
    case 'summary':
      return renderGateMarkdown(report, { ...context, limit: SUMMARY_LIMIT, payloads: payloadsOf(told) });
    case 'comment': {
      const marker = `${commentMarker(context.pathOf(report.revision.file))}\n`;
      const limit = { ...COMMENT_LIMIT, most: COMMENT_LIMIT.most - marker.length };
      return marker + renderGateMarkdown(report, { ...context, limit, payloads: payloadsOf(told) });
    }
  }
}

/** Of the worst findings that have a witness. */
function payloadsOf({ report, compared, documents }: Reported): ReadonlyMap<string, Payload> {
  const proved = report.findings.filter(({ witness, impact }) => witness !== null && impact === 'breaking');
  const payloads = new Map<string, Payload>();
  for (const finding of proved.slice(0, MOST_PAYLOADS)) {
    const payload = payloadOf(finding, compared, documents);
    if (payload !== undefined) payloads.set(finding.fingerprint, payload);
  }
  return payloads;
}

function payloadOf(
  finding: Finding,
  { changes }: Compared['compared'],
  documents: Compared['documents'],
): Payload | undefined {
  const change = changes.get(finding.fingerprint);
  return change === undefined ? undefined : payloadAround(finding, change, documents);
}
