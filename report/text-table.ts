import { counted } from '../diff/counted.js';
import type { Finding } from '../diff/finding.js';
import { groupBy } from '../diff/group-by.js';
import { encodeTerminal } from './encode/terminal.js';
import type { Paint } from './paint.js';
import { SECTIONS, type Section } from './text-section.js';
import { wrap } from './wrap.js';

const MOST_ROWS = 40;
const MOST_RULES = 12;
const LONGEST_NAME = 32;

/** How many findings of each kind each resource has, the most first, and which rules found the most. */
export function renderTable(findings: readonly Finding[], paint: Paint, width: number): readonly string[] {
  const columns = SECTIONS.filter(({ holds }) => findings.some(holds));
  const rows = rowsOf(findings, columns);
  const shown = rows.slice(0, MOST_ROWS);
  const nameWidth = Math.max(...shown.map(({ name }) => name.length), 8);
  const line = (name: string, cells: readonly string[]): string =>
    `  ${name.padEnd(nameWidth)}${columns.map(({ short }, index) => (cells[index] ?? '').padStart(short.length + 2)).join('')}`;
  const more = rows.length - shown.length;
  return [
    paint(
      line(
        '',
        columns.map(({ short }) => short),
      ),
      '1',
    ),
    ...shown.map(({ name, counts }) =>
      line(
        name,
        counts.map((count) => (count === 0 ? '–' : String(count))),
      ),
    ),
    ...(more === 0 ? [] : [`  … and ${counted(more, 'more resource')}`]),
    paint(
      line(
        'total',
        columns.map(({ holds }) => String(findings.filter(holds).length)),
      ),
      '1',
    ),
    '',
    ...columns.filter(({ short }) => short !== 'safe').flatMap((section) => rulesLine(section, findings, paint, width)),
    '',
  ];
}

interface Row {
  readonly name: string;
  readonly counts: readonly number[];
}

/** The worst first: by the counts from left to right, then by name. */
function rowsOf(findings: readonly Finding[], columns: readonly Section[]): readonly Row[] {
  const rows = [...groupBy(findings, ({ resource }) => resource)].map(([name, list]) => ({
    name: shorten(encodeTerminal(name)),
    counts: columns.map(({ holds }) => list.filter(holds).length),
  }));
  return rows.sort((a, b) => {
    const column = a.counts.findIndex((count, index) => count !== b.counts[index]);
    return column < 0 ? (a.name < b.name ? -1 : 1) : (b.counts[column] ?? 0) - (a.counts[column] ?? 0);
  });
}

function shorten(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

/** `breaking: 478 property-became-optional, 40 type-changed and 3 other rules`. */
export function rulesLine(
  { short, holds }: Section,
  findings: readonly Finding[],
  paint: Paint,
  width: number,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const { rule } of findings.filter(holds)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const ranked = [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  const told = ranked.slice(0, MOST_RULES).map(([rule, count]) => `${count} ${rule}`);
  const more = ranked.length - told.length;
  const text = `${short}: ${told.join(', ')}${more === 0 ? '' : ` and ${counted(more, 'other rule')}`}`;
  return wrap(text, width - 2).map((line, index) => paint(`${index === 0 ? '  ' : '    '}${line}`, '2'));
}
