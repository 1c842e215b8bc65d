import type {
  ChangelogReport,
  CheckedPair,
  CheckedStatement,
  CheckedVersion,
  PartlyExplained,
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
import { encodeTerminal } from './encode/terminal.js';
import { type Paint, painter } from './paint.js';
import type { TextOptions } from './text.js';
import { alone } from './text-entry.js';
import { renderEntry } from './text-finding.js';
import { SECTIONS } from './text-section.js';
import { wrap } from './wrap.js';

/** Findings of one section that are told unless all are asked for; breaking ones are told always. */
const MOST_OF_SECTION = 12;

interface Style {
  readonly paint: Paint;
  readonly width: number;
  readonly all: boolean;
}

/** The report for people: a table for each version, what is not proved, what is not explained, and what was not announced. */
export function renderChangelogText(report: ChangelogReport, { colour, width, all = false }: TextOptions): string {
  const style: Style = { paint: painter(colour), width, all };
  const { paint } = style;
  const { title, documents, versions, pairs } = report;
  const source = documents === null ? '' : `, held against the documents in ${encodeTerminal(documents)}`;
  const lines = [
    paint(`Claims about ${encodeTerminal(title)}${source}`, '1'),
    '',
    ...versions.flatMap((version) => versionLines(report, version, style)),
    ...versions.flatMap((version) => doubtLines(version, style)),
    ...pairs.flatMap((pair) => unexplainedLines(pair, style)),
    ...pairs.flatMap((pair) => partlyLines(pair, style)),
    ...versions.flatMap((version) => unannouncedLines(version, style)),
  ];
  const mark = report.passed ? '32' : '31';
  const { missing } = report;
  const verdict = [
    ...verdictOf(report),
    ...(missing.length === 0 ? [] : [`Without a document: ${missing.join(', ')}`]),
  ];
  return [...lines, ...verdict.map((line) => paint(encodeTerminal(line), '1', mark)), ''].join('\n');
}

function versionLines(report: ChangelogReport, version: CheckedVersion, { paint }: Style): readonly string[] {
  const columns = countColumns(report);
  const rows = countRows(version);
  const nameWidth = Math.max(...rows.map(([name]) => name.length));
  const row = (name: string, cells: readonly string[]): string => {
    return `  ${name.padEnd(nameWidth)}${columns.map(({ heading }, index) => (cells[index] ?? '').padStart(heading.length + 2)).join('')}`;
  };
  return [
    `${paint(encodeTerminal(version.version), '1')}: ${encodeTerminal(version.title)}`,
    paint(
      row(
        '',
        columns.map(({ heading }) => heading),
      ),
      '1',
    ),
    ...rows.map(([name, counts]) =>
      row(
        name,
        columns.map(({ count }) => cell(count(counts))),
      ),
    ),
    '',
  ];
}

function cell(count: number): string {
  return count === 0 ? '–' : String(count);
}

function doubtLines({ version, claims, unannounced }: CheckedVersion, style: Style): readonly string[] {
  const statements = doubtful<CheckedStatement>([...claims, ...unannounced]);
  if (statements.length === 0) return [];
  return [
    style.paint(`Not proved of ${encodeTerminal(version)} (${statements.length})`, '1', '31'),
    '',
    ...statements.flatMap((statement) => statementLines(statement, style)),
    '',
  ];
}

function statementLines(statement: CheckedStatement, { paint, width }: Style): readonly string[] {
  const { id, title, status, objections, place } = statement;
  const mark = status === 'contradicted' ? paint('✗', '31') : paint('?', '33');
  const at = `${place.file}:${place.line}:${place.column}`;
  return [
    `  ${mark} ${encodeTerminal(id)}: ${status} [${encodeTerminal(at)}]`,
    ...wrap(encodeTerminal(title), width - 6).map((line) => `      ${line}`),
    ...objections.flatMap((objection) => {
      const head = objectionHead(objection);
      const text = encodeTerminal(`${head === '' ? '' : `${head}: `}${objection.message}`);
      const places = placesOf(objection);
      const lines = [...wrap(text, width - 6), ...(places === '' ? [] : [encodeTerminal(places)])];
      return lines.map((line) => paint(`      ${line}`, '2'));
    }),
  ];
}

function unexplainedLines(pair: CheckedPair, { paint, width, all }: Style): readonly string[] {
  const { unexplained } = pair;
  if (unexplained.length === 0) return [];
  const heading = `${encodeTerminal(pairName(pair))}: what no claim explains (${unexplained.length} of ${pair.findings} findings)`;
  const lines = [paint(heading, '1'), ''];
  for (const { heading: name, mark, colour, holds, short } of SECTIONS) {
    const own = unexplained.filter(({ finding }) => holds(finding));
    if (own.length === 0) continue;
    const most = all || short === 'breaking' || short === 'in code' ? own.length : MOST_OF_SECTION;
    lines.push(`  ${paint(`${name} (${own.length})`, '1', colour)}`);
    for (const { finding, left } of own.slice(0, most)) {
      lines.push(...renderEntry(alone(finding), all ? 'full' : 'short', paint(mark, colour), paint, width));
      if (left.length > 0) {
        const text = encodeTerminal(`not explained of it: ${left.join(', ')}`);
        lines.push(...wrap(text, width - 6).map((line) => paint(`      ${line}`, '2')));
      }
    }
    if (own.length > most) lines.push(paint(`      … and ${own.length - most} more; --all tells them`, '2'));
    lines.push('');
  }
  return lines;
}

function partlyLines(pair: CheckedPair, { paint, width, all }: Style): readonly string[] {
  const isTold = ({ finding }: PartlyExplained): boolean => all || finding.impact === 'breaking';
  const told = pair.partly.filter(isTold);
  const others = pair.partly.length - told.length;
  if (pair.partly.length === 0) return [];
  const heading = `${encodeTerminal(pairName(pair))}: explained, and reaching operations that no claim names (${pair.partly.length})`;
  return [
    paint(heading, '1'),
    ...told.flatMap(({ finding, operations }) => {
      const text = encodeTerminal(`${finding.where}: ${finding.message} Also ${someOf(operations)}.`);
      return wrap(text, width - 4).map((line, index) => `${index === 0 ? '  · ' : '    '}${line}`);
    }),
    ...(others === 0
      ? []
      : [paint(`  ${told.length === 0 ? '' : '… and '}${others} that break nobody; --all tells them`, '2')]),
    '',
  ];
}

function unannouncedLines({ version, unannounced }: CheckedVersion, { paint, width }: Style): readonly string[] {
  if (unannounced.length === 0) return [];
  return [
    paint(`Changed in ${encodeTerminal(version)} and never announced (${unannounced.length})`, '1'),
    ...unannounced.flatMap(({ title, status, impact, source }) => {
      const state = status === 'proved' ? (impact ?? status) : status;
      const text = encodeTerminal(`${title} [${state}]`);
      return [
        ...wrap(text, width - 4).map((line, index) => `${index === 0 ? '  · ' : '    '}${line}`),
        ...wrap(encodeTerminal(`source: ${source}`), width - 4).map((line) => paint(`    ${line}`, '2')),
      ];
    }),
    '',
  ];
}
