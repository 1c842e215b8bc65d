import type { ApiDocument } from '../openapi/model/document.js';
import type { DiffOptions } from './diff-options.js';
import type { DiffReport, ReportDocument } from './finding.js';
import { makeUnique } from './fingerprint.js';
import { judge } from './judge.js';
import { inferMoves } from './moves/infer-moves.js';
import { orderFindings } from './order.js';
import { compareDocuments } from './pair/compare-documents.js';
import { applyLevels } from './policy/apply-levels.js';
import { decide } from './proof/decide.js';
import { rules } from './rules/table.js';
import { summarize } from './summary.js';

/** Everything that changed between two documents, judged and, where a value can show it, proved. */
export async function diffDocuments(
  base: ApiDocument,
  revision: ApiDocument,
  { policy = 'default', levels = [], hints = [], unmatched = () => {} }: DiffOptions = {},
): Promise<DiffReport> {
  const changes = compareDocuments(base, revision);
  const all = judge(base, revision, changes, rules, await decide(changes));
  const { judged, off } = applyLevels(inferMoves(all, [base, revision], hints, unmatched), levels);
  const findings = makeUnique(orderFindings(judged.map(({ finding }) => finding)));
  return {
    format: 'specshift.diff/1',
    base: reportDocument(base),
    revision: reportDocument(revision),
    policy,
    summary: summarize(findings, off),
    findings,
  };
}

function reportDocument(document: ApiDocument): ReportDocument {
  const { file } = document.place(document.origin);
  return { file, title: document.info.title, version: document.info.version, openapi: document.openapi };
}
