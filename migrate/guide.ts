import type { DiffReport, Finding, ReportDocument } from '../diff/finding.js';
import { allRules } from '../diff/rules/table.js';
import { stepFor } from './step.js';

/** What somebody who calls an API has to do for a move from one version to another. */
export interface MigrationGuide {
  readonly from: ReportDocument;
  readonly to: ReportDocument;
  /** One sentence; "nothing to do" is said, too. */
  readonly verdict: string;
  readonly sections: readonly GuideSection[];
}

export interface GuideSection {
  readonly title: string;
  readonly introduction: string;
  readonly cards: readonly GuideCard[];
}

/** One change as a caller meets it. */
export interface GuideCard {
  readonly finding: Finding;
  /** Why it matters to callers; absent for what no rule judges. */
  readonly why?: string;
  /** What the caller does. */
  readonly step: string;
}

interface SectionPlan {
  readonly title: string;
  readonly introduction: string;
  readonly holds: (finding: Finding) => boolean;
}

/** In the order of urgency: each finding stands in the first section that holds it. */
const SECTIONS: readonly SectionPlan[] = [
  {
    title: 'Breaking on the wire',
    introduction: 'Requests are refused, or answers are not what the code expects. Change the code before the move.',
    holds: ({ impact, contract }) => impact === 'breaking' && contract === 'wire',
  },
  {
    title: 'Breaking at compile time only',
    introduction: 'Nothing changes on the wire; code that was compiled against a generated client needs other names.',
    holds: ({ impact, contract }) => impact === 'breaking' && contract === 'source',
  },
  {
    title: 'Silent changes',
    introduction: 'No compiler and no status code tells of these. Read each and decide whether it touches you.',
    holds: ({ impact }) => impact === 'dangerous' || impact === 'undecided' || impact === 'unclassified',
  },
  {
    title: 'New and safe',
    introduction: 'Nothing needs to be done.',
    holds: ({ impact }) => impact === 'non-breaking',
  },
];

/** Turns findings into what a caller has to do. */
export function writeGuide(report: DiffReport): MigrationGuide {
  const whys = new Map<string, string>(allRules.map(({ id, why }) => [id, why]));
  const card = (finding: Finding): GuideCard => {
    const why = whys.get(finding.rule);
    return { finding, ...(why === undefined ? {} : { why }), step: stepFor(finding) };
  };
  const left = new Set(report.findings);
  const sections = SECTIONS.map(({ title, introduction, holds }) => {
    const cards = [...left].filter(holds);
    for (const finding of cards) left.delete(finding);
    return { title, introduction, cards: cards.map(card) };
  });
  return {
    from: report.base,
    to: report.revision,
    verdict: verdict(report),
    sections: sections.filter(({ cards }) => cards.length > 0),
  };
}

function verdict({ summary, findings }: DiffReport): string {
  const { breaking, dangerous, undecided, unclassified } = summary;
  const silent = dangerous + undecided + unclassified;
  if (findings.length === 0) return 'Nothing changed, and nothing needs to be done.';
  if (breaking + silent === 0) return 'Nothing needs to be done: what changed is safe for callers.';
  const parts = [count(breaking, 'breaking change'), count(silent, 'silent change')].filter((part) => part !== '');
  return `${parts.join(' and ')} to look at.`;
}

function count(number: number, noun: string): string {
  if (number === 0) return '';
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}
