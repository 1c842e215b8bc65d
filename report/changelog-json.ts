import type { ChangelogReport } from '../migrate/changelog/changelog-report.js';
import type { Json } from '../openapi/source/json.js';
import { stringify } from '../openapi/source/stringify.js';

/** The report as it is, one version and one pair of versions a line. */
export function renderChangelogJson(report: ChangelogReport): string {
  // A report is made of JSON values only; interfaces lack the index signature that says so.
  const members = Object.entries(report as unknown as Readonly<Record<string, Json>>).map(([key, value]) => {
    const isList = (key === 'versions' || key === 'pairs') && Array.isArray(value) && value.length > 0;
    const text = isList
      ? `[\n${value.map((item: Json) => `    ${stringify(item)}`).join(',\n')}\n  ]`
      : stringify(value);
    return `  ${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${members.join(',\n')}\n}\n`;
}
