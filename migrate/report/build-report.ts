import type { ReportWithChanges } from '../../diff/diff.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { versionSelector } from '../../openapi/model/version-selector.js';
import { CameWith } from '../changelog-draft/came-with.js';
import { fold } from '../changelog-draft/fold.js';
import type { Group, Told } from '../changelog-draft/told.js';
import { resourceOf, worthTelling } from '../changelog-draft/told.js';
import { type CardTools, cardOf } from './card.js';
import { type ClientOptions, ClientSide } from './code/client-side.js';
import { CodePairs } from './code/code-pair.js';
import type {
  MigrationCard,
  MigrationCounts,
  MigrationDocument,
  MigrationReport,
  MigrationSection,
  SectionKind,
} from './migration-report.js';
import { PayloadPairs } from './payload-pair.js';
import { SceneFinder } from './scene.js';
import { SECTION_ORDER, sectionOf } from './section.js';
import { verdictOf } from './verdict.js';

/** One of the two ends of a move. */
export interface MigrationEnd {
  readonly document: ApiDocument;
  /** Absent: the version of the document. */
  readonly label?: string;
  readonly date?: string;
  /** The value of the version header. Absent: the document says itself, or there is none. */
  readonly header?: string;
  /** Absent where no client is known. */
  readonly client?: ClientOptions;
}

/** Tells what callers have to do between two documents. Steps between and what changelogs say are added where they are known. */
export function buildReport(
  { report, changes }: ReportWithChanges,
  from: MigrationEnd,
  to: MigrationEnd,
  headerName?: string,
): MigrationReport {
  const all = report.findings.map((finding): Told => ({ finding, change: changes.get(finding.fingerprint), also: [] }));
  const told = worthTelling(all);
  const tools = toolsFor(from, to, told);
  const sections = SECTION_ORDER.map((kind): MigrationSection => ({ kind, cards: cardsIn(kind, told, tools) }));
  const counts = countsOf(sections, all.length);
  return {
    format: 'specshift.migration/1',
    from: documentOf(from),
    to: documentOf(to),
    steps: [],
    verdict: verdictOf(counts, sections),
    counts,
    header: headerOf(from, to, headerName),
    setup: setupOf(from, to),
    sections: sections.filter(({ cards }) => cards.length > 0),
    claims: null,
  };
}

function toolsFor(from: MigrationEnd, to: MigrationEnd, told: readonly Told[]): CardTools {
  const came = new CameWith(told);
  const scenes = new SceneFinder(from.document, to.document);
  const payloads = new PayloadPairs(from.document, to.document);
  if (from.client === undefined || to.client === undefined) return { scenes, payloads, came };
  const clients = {
    base: new ClientSide(from.document, from.client),
    revision: new ClientSide(to.document, to.client),
  };
  return { scenes, payloads, came, codes: new CodePairs(clients, scenes, payloads.book) };
}

/** By resource, as people know the API; what belongs to none comes last. */
function cardsIn(kind: SectionKind, told: readonly Told[], tools: CardTools): readonly MigrationCard[] {
  const own = told.filter((one) => sectionOf(one) === kind);
  const resources = [...new Set(own.map(resourceOf))].sort(
    (a, b) => Number(isNone(a)) - Number(isNone(b)) || (a < b ? -1 : 1),
  );
  return resources.flatMap((resource) =>
    fold(own.filter((one) => resourceOf(one) === resource))
      .toSorted((a, b) => rank(a) - rank(b))
      .map((group) => cardOf(group, kind, tools)),
  );
}

function isNone(resource: string): boolean {
  return resource === 'Document' || resource === 'Components without operations';
}

/** What breaks comes first, then what comes or goes as a whole. */
function rank([{ change, finding }]: Group): number {
  const kind = change?.kind ?? '';
  const breaks = finding.impact === 'breaking' ? 0 : 10;
  if (kind.startsWith('operation.') || kind.startsWith('webhook.')) return breaks;
  return breaks + (kind.startsWith('schema.') ? 2 : 1);
}

function countsOf(sections: readonly MigrationSection[], findings: number): MigrationCounts {
  const count = (kind: SectionKind): number => sections.find((section) => section.kind === kind)?.cards.length ?? 0;
  const cards = sections.flatMap((section) => section.cards);
  const told = cards.reduce((sum, card) => sum + card.findings.length, 0);
  return {
    wire: count('wire'),
    compile: count('compile'),
    silent: count('silent'),
    added: count('added'),
    other: count('other'),
    mechanical: cards.filter(({ tool }) => tool?.can === 'do').length,
    findings,
    untold: findings - told,
  };
}

function documentOf({ document, label, date }: MigrationEnd): MigrationDocument {
  const { title, version } = document.info;
  const { file } = document.place(document.origin);
  return { file, title, version, label: label ?? version, date: date ?? null };
}

function headerOf(from: MigrationEnd, to: MigrationEnd, name: string | undefined): MigrationReport['header'] {
  const [before, after] = [from, to].map(({ document, header }) =>
    name === undefined || header === undefined ? versionSelector(document) : { name, value: header },
  );
  return after === undefined ? null : { name: after.name, before: before?.value ?? null, after: after.value };
}

function setupOf(from: MigrationEnd, to: MigrationEnd): MigrationReport['setup'] {
  if (from.client === undefined || to.client === undefined) return null;
  const [before, after] = [new ClientSide(from.document, from.client), new ClientSide(to.document, to.client)];
  return { before: before.setup, after: after.setup };
}
