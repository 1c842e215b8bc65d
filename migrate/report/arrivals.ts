import type { DiffReport, Finding } from '../../diff/finding.js';
import { groupBy } from '../../diff/group-by.js';
import { pathIdentity } from '../../openapi/model/identity.js';
import type { MigrationCard, MigrationReport, MigrationStep } from './migration-report.js';

/** One step of a chain, with what it brings and what is between the first version and its own. */
export interface ChainStep {
  readonly from: string;
  readonly to: string;
  /** What people call the version it leads to. */
  readonly label: string;
  /** ISO date of the version it leads to; `null` where it is not known. */
  readonly date: string | null;
  readonly report: DiffReport;
  readonly sinceFirst: DiffReport;
}

/** The versions that brought a card, and the findings of the steps that are told in it. */
export interface Arrival {
  readonly versions: readonly string[];
  readonly fingerprints: ReadonlySet<string>;
}

/** Adds to a report the steps between, and to each card the versions that brought it. */
export function withArrivals(
  report: MigrationReport,
  steps: readonly ChainStep[],
): { readonly report: MigrationReport; readonly arrivals: ReadonlyMap<string, Arrival> } {
  const arrivals = new Map<string, Arrival>();
  const places = steps.map((step) => placesOf(step.report));
  const present = steps.map((step) => placesOf(step.sinceFirst));
  for (const { cards } of report.sections) {
    for (const card of cards) arrivals.set(card.id, arrivalOf(card, steps, places, present));
  }
  const sections = report.sections.map((section) => ({
    ...section,
    cards: section.cards.map((card): MigrationCard => {
      const { versions = [] } = arrivals.get(card.id) ?? {};
      return { ...card, arrived: steps.length < 2 ? null : versions };
    }),
  }));
  return { report: { ...report, steps: steps.map(stepOf), sections }, arrivals };
}

function stepOf({ from, to, label, date, report: { findings, summary } }: ChainStep): MigrationStep {
  return { from, to, label, date, breaking: summary.breaking, findings: findings.length };
}

type Places = ReadonlyMap<string, readonly Finding[]>;

function placesOf({ findings }: DiffReport): Places {
  return groupBy(findings, ({ where }) => pathIdentity(where));
}

function arrivalOf(
  card: MigrationCard,
  steps: readonly ChainStep[],
  places: readonly Places[],
  present: readonly Places[],
): Arrival {
  const versions = new Set<number>();
  const fingerprints = new Set<string>();
  for (const { where, fingerprint } of card.findings) {
    // What came, went again and came once more arrived the last time.
    const first = present.findLastIndex((one) => !one.has(pathIdentity(where))) + 1;
    const same = steps.findLastIndex(({ report }) =>
      report.findings.some((one) => one.fingerprint === fingerprint && one.moves.length === 0),
    );
    if (same >= first) {
      // One step tells just the same, so that what others say of the same element is another cause.
      versions.add(same);
      fingerprints.add(fingerprint);
      continue;
    }
    const wheres = new Set([pathIdentity(where)]);
    let isFound = false;
    for (let index = first; index < steps.length; index++) {
      for (const place of [...wheres]) {
        for (const finding of places[index]?.get(place) ?? []) {
          isFound = true;
          versions.add(index);
          fingerprints.add(finding.fingerprint);
          for (const { end, where: target } of finding.moves) if (end === 'to') wheres.add(pathIdentity(target));
        }
      }
    }
    if (isFound) continue;
    // Under another name in the steps: it arrived where the comparison with the first version begins to show it.
    const since = steps.findLastIndex((step) =>
      step.sinceFirst.findings.every((one) => one.fingerprint !== fingerprint),
    );
    if (since + 1 < steps.length) versions.add(since + 1);
  }
  const ordered = [...versions].sort((a, b) => a - b);
  return { versions: ordered.flatMap((index) => steps[index]?.label ?? []), fingerprints };
}
