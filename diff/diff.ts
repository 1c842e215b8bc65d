import type { ApiDocument } from '../openapi/model/document.js';
import type { DiffReport, ReportDocument } from './finding.js';
import { makeUnique } from './fingerprint.js';
import { judge } from './judge.js';
import { orderFindings } from './order.js';
import { compareDocuments } from './pair/compare-documents.js';
import { prove } from './proof/prove.js';
import { rules } from './rules/table.js';
import { summarize } from './summary.js';

/** Everything that changed between two documents, judged and, where a value can show it, proved. */
export async function diffDocuments(base: ApiDocument, revision: ApiDocument): Promise<DiffReport> {
  const judged = judge(base, revision, compareDocuments(base, revision), rules);
  const findings = makeUnique(orderFindings(await prove(judged)));
  return {
    format: 'specshift.diff/1',
    base: reportDocument(base),
    revision: reportDocument(revision),
    summary: summarize(findings),
    findings,
  };
}

function reportDocument(document: ApiDocument): ReportDocument {
  const { file } = document.place(document.origin);
  return { file, title: document.info.title, version: document.info.version, openapi: document.openapi };
}
