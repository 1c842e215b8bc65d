import type { DiffSummary, Finding, ReportDocument } from '../finding.js';
import type { AcceptedFinding, EntryReport } from './acceptance.js';
import type { FailOn } from './verdict.js';
import type { VersionMove } from './version-move.js';

/** What decides whether a gate passes. */
export interface GateSettings {
  readonly failOn: FailOn;
  /** How many undecided findings may be left; `null` for any number. */
  readonly maxUndecided: number | null;
  /** Whether the version of the document must move as much as its changes demand. */
  readonly requireBump: boolean;
  /** ISO date: what is accepted until a day before it counts again. */
  readonly today: string;
}

/** One reason why a gate fails. */
export interface GateFailure {
  readonly kind: 'findings' | 'undecided' | 'version';
  readonly message: string;
}

/** Everything `specshift gate` found and decided, as data. JSON output is this object. */
export interface GateReport {
  readonly format: 'specshift.gate/1';
  readonly base: ReportDocument;
  readonly revision: ReportDocument;
  /** The policy that gave the levels. */
  readonly policy: string;
  readonly settings: GateSettings;
  readonly passed: boolean;
  /** Empty where it passes. */
  readonly failures: readonly GateFailure[];
  /** Of what counts: accepted findings are not in it. */
  readonly summary: DiffSummary;
  /** The move of the version that the document states, whether or not it is required. */
  readonly version: VersionMove;
  /** What counts, the worst first. */
  readonly findings: readonly Finding[];
  /** What does not count because somebody accepts it, in the same order. */
  readonly accepted: readonly AcceptedFinding[];
  /** Every entry that accepts something or was meant to, in the order given. */
  readonly entries: readonly EntryReport[];
}
