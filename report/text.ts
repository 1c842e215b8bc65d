import { counted } from '../diff/counted.js';
import type { DiffReport } from '../diff/finding.js';
import { groupBy } from '../diff/group-by.js';
import { encodeTerminal } from './encode/terminal.js';
import { type Paint, painter } from './paint.js';
import { alone, type Entry, entriesOf } from './text-entry.js';
import { type Detail, renderEntry } from './text-finding.js';
import { SECTIONS, type Section } from './text-section.js';
import { renderTable, rulesLine } from './text-table.js';

/** How a report is written for people. */
export interface TextOptions {
  /** Whether ANSI colours may be used. */
  readonly colour: boolean;
  /** Characters a line may have. */
  readonly width: number;
  /** Tell every finding by itself and in full, however many there are. */
  readonly all?: boolean;
}

/** More entries than this are told in one line each, with a table before them. */
const MOST_IN_FULL = 60;
/** Then so many of each resource are shown. */
const MOST_OF_RESOURCE = 8;

/** The report for people: by impact, then by resource; a line of what, lines of where and why, and a verdict at the end. */
export function renderText(report: DiffReport, { colour, width, all = false }: TextOptions): string {
  const paint = painter(colour);
  const { findings } = report;
  const sections = SECTIONS.map((section) => {
    const own = findings.filter(section.holds);
    return { section, count: own.length, entries: all ? own.map(alone) : entriesOf(own) };
  }).filter(({ count }) => count > 0);
  const isLong = !all && sections.reduce((sum, { entries }) => sum + entries.length, 0) > MOST_IN_FULL;
  const style: Style = {
    paint,
    width,
    detail: isLong ? 'short' : 'full',
    most: isLong ? MOST_OF_RESOURCE : Number.POSITIVE_INFINITY,
  };
  const lines = [headline(report, paint), '', ...(isLong ? renderTable(findings, paint, width) : [])];
  for (const { section, count, entries } of sections) {
    lines.push(paint(`${section.heading} (${count})`, '1', section.colour), '');
    if (isLong && section.short === 'safe') lines.push(...rulesLine(section, findings, paint, width), '');
    else lines.push(...renderSection(section, entries, style));
  }
  if (isLong)
    lines.push(
      `--all tells every finding in full, --format json as data, --explain <fingerprint> why one matters.`,
      '',
    );
  lines.push(...verdict(report, paint), '');
  return lines.join('\n');
}

interface Style {
  readonly paint: Paint;
  readonly width: number;
  readonly detail: Detail;
  /** Entries of a resource that are shown. */
  readonly most: number;
}

function renderSection(
  { mark, colour }: Section,
  entries: readonly Entry[],
  { paint, width, detail, most }: Style,
): readonly string[] {
  return [...groupBy(entries, ({ findings: [{ resource }] }) => resource)].flatMap(([resource, group]) => {
    const left = group.slice(most).reduce((sum, { findings }) => sum + findings.length, 0);
    return [
      `  ${paint(encodeTerminal(resource), '1')}`,
      ...group.slice(0, most).flatMap((entry) => renderEntry(entry, detail, paint(mark, colour), paint, width)),
      ...(left === 0 ? [] : [paint(`      … and ${left} more`, '2')]),
      '',
    ];
  });
}

/** What was compared, in two lines. */
export function headline({ base, revision }: Pick<DiffReport, 'base' | 'revision'>, paint: Paint): string {
  const left = `${base.title} ${base.version}`;
  const right = base.title === revision.title ? revision.version : `${revision.title} ${revision.version}`;
  const versions = paint(`${encodeTerminal(left)} → ${encodeTerminal(right)}`, '1');
  return `${versions}\n${paint(`${encodeTerminal(base.file)} → ${encodeTerminal(revision.file)}`, '2')}`;
}

/** The counts in a line; where levels are not those of the rules, how many findings have each. */
function verdict({ summary, findings, policy }: DiffReport, paint: Paint): readonly string[] {
  const { levels } = summary;
  const isLeveled = policy !== 'default' || levels.off > 0 || findings.some(({ levelReason }) => levelReason !== null);
  const counts: readonly (readonly [number, string, string])[] = [
    [levels.error, 'error', 'errors'],
    [levels.warning, 'warning', 'warnings'],
    [levels.info, 'for information', 'for information'],
    [levels.off, 'off', 'off'],
  ];
  const told = counts.flatMap(([count, one, many]) => (count === 0 ? [] : [counted(count, one, many)]));
  const line = `Levels of the policy "${encodeTerminal(policy)}": ${told.join(', ') || 'nothing'}.`;
  return [impactsLine({ summary, findings }, paint), ...(isLeveled ? [line] : [])];
}

/** `32 changes: 14 breaking, 2 dangerous, 16 safe. Required version bump: major.` */
export function impactsLine({ summary, findings }: Pick<DiffReport, 'summary' | 'findings'>, paint: Paint): string {
  const total = findings.length;
  if (total === 0)
    return paint(summary.levels.off > 0 ? 'No changes but those that are off.' : 'No changes.', '1', '32');
  const counts: readonly (readonly [number, string])[] = [
    [summary.breaking, 'breaking'],
    [summary.undecided, 'undecided'],
    [summary.unclassified, 'unclassified'],
    [summary.dangerous, 'dangerous'],
    [summary.nonBreaking, 'safe'],
  ];
  const told = counts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`);
  const colour =
    summary.breaking > 0 ? '31' : summary.dangerous + summary.undecided + summary.unclassified > 0 ? '33' : '32';
  return paint(
    `${counted(total, 'change')}: ${told.join(', ')}. Required version bump: ${summary.requiredBump}.`,
    '1',
    colour,
  );
}
