import type { DiffReport } from '../diff/finding.js';
import type { GateReport } from '../diff/gate/gate-report.js';
import type { Json } from '../openapi/source/json.js';
import { stringify } from '../openapi/source/stringify.js';
import { encodeJsonLog } from './encode/json-log.js';

/** The report as it is, one finding a line, so that two reports can be compared line by line. */
export function renderJson(report: DiffReport | GateReport): string {
  const { findings, ...head } = report;
  // Findings and heads are made of JSON values only; interfaces lack the index signature that says so.
  const members = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${stringify(value as unknown as Json)},`,
  );
  const lines = findings.map((finding) => `    ${stringify(finding as unknown as Json)}`);
  const list = lines.length === 0 ? '  "findings": []' : `  "findings": [\n${lines.join(',\n')}\n  ]`;
  return encodeJsonLog(`{\n${members.join('\n')}\n${list}\n}\n`);
}
