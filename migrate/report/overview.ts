import type { FindingImpact } from '../../diff/finding.js';
import type { Sentence } from '../changelog-draft/words.js';
import type { MigrationReport, SectionKind } from './migration-report.js';

/** All versions of an API, how they break callers, and when what broke. */
export interface MigrationOverview {
  readonly title: string;
  readonly versions: readonly OverviewVersion[];
  /** Only for versions of which one was made from the other. */
  readonly cells: readonly OverviewCell[];
  /** In the order of the versions. */
  readonly timeline: readonly OverviewStep[];
}

/** A version of the API. */
export interface OverviewVersion {
  readonly version: string;
  readonly label: string;
  readonly kind: string;
  readonly date: string | null;
}

/** The move from one version to another, counted. */
export interface OverviewCell {
  readonly from: string;
  readonly to: string;
  readonly breaking: number;
  readonly wire: number;
  /** Things to do, one for each cause. */
  readonly todo: number;
  readonly link: string;
}

/** What broke with one version. */
export interface OverviewStep {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly date: string | null;
  readonly link: string;
  readonly breaks: readonly OverviewBreak[];
}

/** One cause that breaks callers. */
export interface OverviewBreak {
  readonly section: SectionKind;
  readonly impact: FindingImpact;
  readonly what: Sentence;
  readonly fields: readonly string[];
  /** The card of the report that tells it. */
  readonly card: string;
}

/** One cell of the matrix. */
export function cellOf(
  from: string,
  to: string,
  report: MigrationReport,
  breaking: number,
  wire: number,
): OverviewCell {
  const { counts } = report;
  const todo = counts.wire + counts.compile + counts.silent;
  return { from, to, breaking, wire, todo, link: linkTo(from, to) };
}

/** What a neighbouring pair adds to the timeline: one entry for each cause that breaks callers. */
export function stepOf(from: string, to: string, report: MigrationReport): OverviewStep {
  const breaks = report.sections.flatMap(({ kind, cards }) =>
    cards
      .filter(({ impact }) => impact === 'breaking')
      .map(({ id, impact, what, fields }): OverviewBreak => ({ section: kind, impact, what, fields, card: id })),
  );
  return { from, to, label: report.to.label, date: report.to.date, link: linkTo(from, to), breaks };
}

/** The page of a report, as the start page beside them names it. */
function linkTo(from: string, to: string): string {
  return `${folderOf(from, to)}/report.html`;
}

/** The folder of a report: `2.13..2.14`. */
export function folderOf(from: string, to: string): string {
  return `${from}..${to}`;
}
