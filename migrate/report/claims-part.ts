import type { ChangelogReport, CheckedStatement } from '../changelog/changelog-report.js';
import type { Arrival } from './arrivals.js';
import type {
  ClaimsPart,
  MigrationCard,
  MigrationReport,
  UnannouncedChange,
  UnprovedClaim,
} from './migration-report.js';

/** Objections that are told of one claim. */
const MOST_OBJECTIONS = 3;

/**
 * Adds what changelogs say of the steps of a report, held against the documents: which claims announce a card, which the documents do
 * not carry, and what no changelog mentions.
 */
export function withClaims(
  report: MigrationReport,
  changelog: ChangelogReport,
  arrivals: ReadonlyMap<string, Arrival>,
): MigrationReport {
  const isStep = (base: string, revision: string): boolean =>
    report.steps.some(({ from, to }) => from === base && to === revision);
  const labelOf = (version: string): string => report.steps.find(({ to }) => to === version)?.label ?? version;
  const versions = changelog.versions.filter(({ version }) => report.steps.some(({ to }) => to === version));
  const claims = versions.flatMap(({ version, claims: own }) =>
    own.filter(({ base, revision }) => isStep(base, revision)).map((claim) => ({ version, claim })),
  );
  if (claims.length === 0) return report;
  const cards = cardsByFinding(report, arrivals);
  const announced = new Map<string, Set<string>>();
  for (const { claim } of claims) {
    for (const id of new Set(claim.findings.flatMap((fingerprint) => cards.get(fingerprint) ?? []))) {
      const titles = announced.get(id) ?? new Set();
      announced.set(id, titles.add(claim.title));
    }
  }
  const sections = report.sections.map((section) => ({
    ...section,
    cards: section.cards.map((card): MigrationCard => ({ ...card, announced: [...(announced.get(card.id) ?? [])] })),
  }));
  const part: ClaimsPart = {
    claims: claims.length,
    proved: claims.filter(({ claim }) => claim.status === 'proved').length,
    unproved: claims
      .filter(({ claim }) => claim.status !== 'proved')
      .map(({ version, claim }) => unproved(labelOf(version), claim)),
    // What came and went again on the way has no card, and is not told.
    unannounced: [
      ...versions.flatMap(({ version, unannounced }) =>
        unannounced
          .filter(({ base, revision }) => isStep(base, revision))
          .map((entry): UnannouncedChange => {
            const card = entry.findings.flatMap((fingerprint) => cards.get(fingerprint) ?? [])[0] ?? null;
            return { version: labelOf(version), title: entry.title, impact: entry.impact, source: entry.source, card };
          }),
      ),
      ...changelog.pairs
        .filter(({ base, revision }) => isStep(base, revision))
        .flatMap(({ revision, unexplained }) =>
          unexplained.map(({ finding }): UnannouncedChange => {
            const card = cards.get(finding.fingerprint)?.[0] ?? null;
            const title = `${finding.where}: ${finding.message}`;
            return { version: labelOf(revision), title, impact: finding.impact, source: null, card };
          }),
        ),
    ],
  };
  return { ...report, sections, claims: part };
}

function unproved(version: string, { id, title, status, objections }: CheckedStatement): UnprovedClaim {
  const told = objections.slice(0, MOST_OBJECTIONS).map(({ message, operation }) => {
    return operation === null ? message : `${operation}: ${message}`;
  });
  return { id, version, title, status, objections: told };
}

/** The cards that tell each finding, of the comparison itself and of its steps. */
function cardsByFinding(
  report: MigrationReport,
  arrivals: ReadonlyMap<string, Arrival>,
): ReadonlyMap<string, readonly string[]> {
  const cards = new Map<string, string[]>();
  for (const { cards: own } of report.sections) {
    for (const { id, findings } of own) {
      const all = [...findings.map(({ fingerprint }) => fingerprint), ...(arrivals.get(id)?.fingerprints ?? [])];
      for (const fingerprint of new Set(all)) cards.set(fingerprint, [...(cards.get(fingerprint) ?? []), id]);
    }
  }
  return cards;
}
