import type { HistoryReport } from '../diff/history/history-report.js';
import type { Json } from '../openapi/source/json.js';
import { stringify } from '../openapi/source/stringify.js';
import { encodeJsonLog } from './encode/json-log.js';

/** The report as it is, one step a line. */
export function renderHistoryJson({ steps, ...head }: HistoryReport): string {
  // Steps and heads are made of JSON values only; interfaces lack the index signature that says so.
  const members = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${stringify(value as unknown as Json)},`,
  );
  const lines = steps.map((step) => `    ${stringify(step as unknown as Json)}`);
  return encodeJsonLog(`{\n${members.join('\n')}\n  "steps": [\n${lines.join(',\n')}\n  ]\n}\n`);
}
