import type { MigrationReport } from '../migrate/report/migration-report.js';
import type { Json } from '../openapi/source/json.js';
import { stringify } from '../openapi/source/stringify.js';

/** The report as it is, one card a line, so that two reports can be compared line by line. */
export function renderMigrationJson(report: MigrationReport): string {
  const { sections, ...head } = report;
  // Reports are made of JSON values only; interfaces lack the index signature that says so.
  const text = (value: unknown): string => stringify(value as Json);
  const members = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${text(value)},`);
  const blocks = sections.map(({ kind, cards }) => {
    const lines = cards.map((card) => `        ${text(card)}`);
    return `    {\n      "kind": ${text(kind)},\n      "cards": [\n${lines.join(',\n')}\n      ]\n    }`;
  });
  const list = blocks.length === 0 ? '  "sections": []' : `  "sections": [\n${blocks.join(',\n')}\n  ]`;
  return `{\n${members.join('\n')}\n${list}\n}\n`;
}
