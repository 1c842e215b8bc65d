import type { Finding } from '../diff/finding.js';
import type {
  ChangelogReport,
  CheckedPair,
  CheckedStatement,
  CheckedVersion,
} from '../migrate/changelog/changelog-report.js';
import {
  countColumns,
  countRows,
  doubtful,
  objectionHead,
  pairName,
  placesOf,
  someOf,
  verdictOf,
} from './changelog-words.js';
import { encodeMarkdown, markdownCode } from './encode/markdown.js';
import { SECTIONS } from './text-section.js';

/** The report as Markdown to publish: a table for each version, what is not proved, what is not explained, what was not announced. */
export function renderChangelogMarkdown(report: ChangelogReport): string {
  const { title, documents, versions, pairs, missing } = report;
  const lines = [
    `# What the changelogs of ${encodeMarkdown(title)} say, and what its documents show`,
    ...(documents === null ? [] : ['', `The claims are held against the documents in ${markdownCode(documents)}.`]),
    '',
    ...verdictOf(report).map((line) => `- ${encodeMarkdown(line)}`),
    ...(missing.length === 0 ? [] : [`- Without a document: ${missing.map(markdownCode).join(', ')}`]),
    ...versions.flatMap((version) => versionLines(report, version)),
    ...versions.flatMap(doubtLines),
    ...pairs.flatMap(unexplainedLines),
    ...pairs.flatMap(partlyLines),
    ...versions.flatMap(unannouncedLines),
  ];
  return `${lines.join('\n')}\n`;
}

function versionLines(report: ChangelogReport, version: CheckedVersion): readonly string[] {
  const columns = countColumns(report);
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    '',
    `## ${encodeMarkdown(version.version)}`,
    '',
    encodeMarkdown(version.title),
    '',
    row(['kind of claim', ...columns.map(({ heading }) => heading)]),
    row(['---', ...columns.map(() => '---:')]),
    ...countRows(version).map(([name, counts]) => {
      return row([encodeMarkdown(name), ...columns.map(({ count }) => String(count(counts)))]);
    }),
  ];
}

function doubtLines({ version, claims, unannounced }: CheckedVersion): readonly string[] {
  const statements = doubtful<CheckedStatement>([...claims, ...unannounced]);
  if (statements.length === 0) return [];
  return [
    '',
    `## Not proved of ${encodeMarkdown(version)} (${statements.length})`,
    '',
    ...statements.flatMap(({ id, title, status, objections }) => [
      `- **${status}** ${encodeMarkdown(title)} (${markdownCode(id)})`,
      ...objections.map((objection) => {
        const [head, places] = [objectionHead(objection), placesOf(objection)];
        const said = `${head === '' ? '' : `${markdownCode(head)}: `}${encodeMarkdown(objection.message)}`;
        return `  - ${said}${places === '' ? '' : ` (${markdownCode(places)})`}`;
      }),
    ]),
  ];
}

function unexplainedLines(pair: CheckedPair): readonly string[] {
  const { unexplained, findings } = pair;
  if (unexplained.length === 0) return [];
  return [
    '',
    `## ${encodeMarkdown(pairName(pair))}: what no claim explains (${unexplained.length} of ${findings} findings)`,
    ...SECTIONS.flatMap(({ heading, holds }) => {
      const own = unexplained.filter(({ finding }) => holds(finding));
      if (own.length === 0) return [];
      const items = own.map(({ finding, left }) => {
        const rest = left.length === 0 ? '' : ` Not explained of it: ${left.map(markdownCode).join(', ')}.`;
        return `- ${findingText(finding)}${rest}`;
      });
      return ['', `### ${heading} (${own.length})`, '', ...items];
    }),
  ];
}

function findingText({ where, message, operations }: Finding): string {
  const reach = operations.length === 0 ? '' : ` In ${markdownCode(someOf(operations))}.`;
  return `${markdownCode(where)} ${encodeMarkdown(message)}${reach}`;
}

function partlyLines(pair: CheckedPair): readonly string[] {
  const told = pair.partly.filter(({ finding }) => finding.impact === 'breaking');
  if (told.length === 0) return [];
  return [
    '',
    `## ${encodeMarkdown(pairName(pair))}: breaking more operations than the claims name (${told.length})`,
    '',
    ...told.map(({ finding, operations }) => {
      return `- ${markdownCode(finding.where)} ${encodeMarkdown(finding.message)} Also ${markdownCode(someOf(operations))}.`;
    }),
  ];
}

function unannouncedLines({ version, unannounced }: CheckedVersion): readonly string[] {
  if (unannounced.length === 0) return [];
  return [
    '',
    `## Changed in ${encodeMarkdown(version)} and never announced (${unannounced.length})`,
    '',
    ...unannounced.map(({ title, status, impact, source }) => {
      const state = status === 'proved' ? (impact ?? status) : status;
      return `- ${encodeMarkdown(title)} (**${state}**; source: ${encodeMarkdown(source)})`;
    }),
  ];
}
