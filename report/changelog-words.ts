import { counted } from '../diff/counted.js';
import type { FindingPlace } from '../diff/finding.js';
import type {
  ChangelogReport,
  CheckedPair,
  CheckedStatement,
  CheckedVersion,
  Objection,
  StatusCounts,
} from '../migrate/changelog/changelog-report.js';

/** A column of the table of claims; one that is empty everywhere is left out. */
export interface CountColumn {
  readonly heading: string;
  readonly count: (counts: StatusCounts) => number;
}

/** The columns that a report needs. */
export function countColumns({ counts }: ChangelogReport): readonly CountColumn[] {
  const columns: readonly CountColumn[] = [
    { heading: 'claims', count: ({ claims }) => claims },
    { heading: 'proved', count: ({ proved }) => proved },
    { heading: 'contradicted', count: ({ contradicted }) => contradicted },
    { heading: 'no evidence', count: ({ noEvidence }) => noEvidence },
    { heading: 'no document', count: ({ noDocument }) => noDocument },
  ];
  return columns.filter(({ heading, count }) => heading !== 'no document' || count(counts) > 0);
}

/** The rows of the table of one version: each kind of claim, those that break callers, and all. */
export function countRows({ kinds, breaking, counts }: CheckedVersion): readonly (readonly [string, StatusCounts])[] {
  return [
    ...kinds.map(({ kind, counts: own }) => [kind, own] as const),
    ...(breaking.claims === 0 ? [] : [['said to break callers', breaking] as const]),
    ['total', counts] as const,
  ];
}

/** What came of it all, in sentences. */
export function verdictOf(report: ChangelogReport): readonly string[] {
  const { counts, breaking, versions, pairs } = report;
  const entries = versions.flatMap(({ unannounced }) => unannounced);
  const proved = entries.filter(({ status }) => status === 'proved').length;
  const unexplained = pairs.flatMap((pair) => pair.unexplained);
  const breakingLeft = unexplained.filter(({ finding }) => finding.impact === 'breaking').length;
  return [
    `${counts.proved} of ${counts.claims} claims are proved${missingOf(counts)}.`,
    ...(breaking.claims === 0
      ? []
      : [
          `Of the ${breaking.claims} that say that callers break, ${breaking.proved} are proved${missingOf(breaking)}.`,
        ]),
    ...(entries.length === 0 ? [] : [`${proved} of ${entries.length} unannounced changes are proved.`]),
    unexplained.length === 0 ? 'Every finding is explained.' : leftText(unexplained.length, breakingLeft),
  ];
}

function leftText(count: number, breaking: number): string {
  return `${counted(count, 'finding is', 'findings are')} explained by no claim, ${breaking} of them breaking.`;
}

function missingOf({ contradicted, noEvidence, noDocument }: StatusCounts): string {
  const parts = [
    [contradicted, 'contradicted'],
    [noEvidence, 'without evidence'],
    [noDocument, 'without a document'],
  ] as const;
  const told = parts.flatMap(([count, name]) => (count === 0 ? [] : [`${count} ${name}`]));
  return told.length === 0 ? '' : `; ${told.join(', ')}`;
}

/** Statements that are not proved; those without a document say so in a line for all. */
export function doubtful<Statement extends CheckedStatement>(statements: readonly Statement[]): readonly Statement[] {
  return statements.filter(({ status }) => status === 'contradicted' || status === 'no evidence');
}

/** Where an objection comes from: `item 2, GET /contacts`. */
export function objectionHead({ item, operation }: Objection): string {
  return [...(item === null ? [] : [`item ${item}`]), ...(operation === null ? [] : [operation])].join(', ');
}

/** `file:line:column → file:line:column`; empty where there is neither. */
export function placesOf({ base, revision }: Pick<Objection, 'base' | 'revision'>): string {
  if (base === null && revision === null) return '';
  return `${placeOf(base)} → ${placeOf(revision)}`;
}

function placeOf(place: FindingPlace | null): string {
  return place === null ? '–' : `${place.file}:${place.line}:${place.column}`;
}

/** `2.15 → preview`. */
export function pairName({ base, revision }: Pick<CheckedPair, 'base' | 'revision'>): string {
  return `${base} → ${revision}`;
}

/** Operations of a finding that no claim names are told one by one up to so many. */
const MOST_OPERATIONS = 6;

/** Names one by one, or the first of them and how many more there are. */
export function someOf(names: readonly string[]): string {
  const more = names.length - MOST_OPERATIONS;
  return more > 1 ? `${names.slice(0, MOST_OPERATIONS).join(', ')} and ${more} more` : names.join(', ');
}
