import type { DiffSummary, Finding } from '../finding.js';

/** A file as it stood at a commit, or as it lies in the working folder. */
export interface Revision {
  /** The whole name of the commit; `null` for the working folder. */
  readonly commit: string | null;
  /** When it was committed, in UTC: `2026-05-06T12:00:00Z`; `null` for the working folder. */
  readonly date: string | null;
  readonly subject: string | null;
  /** The name of the file at that time, from the top of the repository. */
  readonly file: string;
}

/** A revision that is no document, which the steps pass over. */
export interface UnreadableRevision extends Revision {
  /** What is wrong, of the first fault. */
  readonly reason: string;
}

/** What changed between two revisions that can be read. */
export interface HistoryStep {
  readonly from: Revision;
  readonly to: Revision;
  /** How many revisions between the two cannot be read. */
  readonly over: number;
  readonly summary: DiffSummary;
  readonly findings: readonly Finding[];
}

/** What happened to one document over time, as data. JSON output is this object. */
export interface HistoryReport {
  readonly format: 'specshift.history/1';
  /** The document, as it was named. */
  readonly document: string;
  readonly policy: string;
  /** From the oldest to the newest. */
  readonly steps: readonly HistoryStep[];
  readonly unreadable: readonly UnreadableRevision[];
}
