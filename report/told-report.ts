import type { DiffReport, Finding, FindingPlace, Witness } from '../diff/finding.js';
import type { AcceptedFinding, EntryReport } from '../diff/gate/acceptance.js';
import type { GateFailure, GateReport } from '../diff/gate/gate-report.js';
import { type FailOn, fails } from '../diff/gate/verdict.js';
import type { Json } from '../openapi/source/json.js';
import { stringify } from '../openapi/source/stringify.js';

/** What reports for other programs need to know of the place they are read in. */
export interface ReportContext {
  /** Where a file lies for who reads the report: from the top of the repository. */
  readonly pathOf: (file: string) => string;
  /** The version of this program. */
  readonly tool: string;
  /** What makes a comparison fail; a gate says it itself. */
  readonly failOn: FailOn;
  /** How the gate was called, for advice on accepting a finding. */
  readonly call: string;
}

/** The parts of a report that a gate has and a comparison has not. */
export interface Judgement {
  /** `null` where nothing was judged. */
  readonly passed: boolean | null;
  readonly failures: readonly GateFailure[];
  readonly accepted: readonly AcceptedFinding[];
  /** Entries that somebody should look at. */
  readonly entries: readonly EntryReport[];
}

/** The judgement in a report; of a comparison there is none. */
export function judgementOf(report: DiffReport | GateReport): Judgement {
  if (report.format === 'specshift.diff/1') return { passed: null, failures: [], accepted: [], entries: [] };
  const { passed, failures, accepted, entries } = report;
  return { passed, failures, accepted, entries: entries.filter(({ status }) => status !== 'used') };
}

/** Whether a gate fails for a finding, so that somebody may want to accept it. */
export function mayBeAccepted(report: DiffReport | GateReport, { level, impact }: Finding): boolean {
  if (report.format === 'specshift.diff/1') return false;
  const { settings, failures } = report;
  return fails(level, settings.failOn) || (impact === 'undecided' && failures.some(({ kind }) => kind === 'undecided'));
}

/** The place a finding is shown at: in the revision, which is what somebody is about to change. */
export function shownPlace({ revision, base }: Finding): FindingPlace | null {
  return revision ?? base;
}

/** The longest value that reports for other programs show, in characters. */
const LONGEST_VALUE = 400;

/** How a value proves a finding; not encoded. */
export function proofWords({ value, validUnder, invalidUnder }: Witness): string {
  return `${valueWords(value)} is valid in the ${validUnder} and invalid in the ${invalidUnder}.`;
}

/** A value as far as there is room for it; not encoded. */
export function valueWords(value: Json): string {
  return shortened(stringify(value), LONGEST_VALUE);
}

const MOST_OPERATIONS = 10;

/** Whom a finding reaches; not encoded. */
export function reachWords({ operations }: Finding): string {
  if (operations.length === 0) return 'No operation reaches it.';
  const shown = operations.slice(0, MOST_OPERATIONS).map((operation) => shortened(operation, LONGEST_VALUE));
  const more = operations.length - shown.length;
  return `It reaches ${shown.join(', ')}${more === 0 ? '' : ` and ${more} more`}.`;
}

/** Why a finding does not count; not encoded. */
export function acceptedWords({ source, until, reason, place }: AcceptedFinding): string {
  const origin = source === 'document' ? 'in the document itself, ' : '';
  return `Accepted until ${until}: ${reason} (${origin}${place.file}:${place.line})`;
}

/** Text cut to a length, not through the middle of a character. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`;
}
