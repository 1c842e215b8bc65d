import type { ReportDocument } from '../../diff/finding.js';
import type { Json } from '../../openapi/source/json.js';
import type { Sentence } from './words.js';

/** A changelog as the team of an API would publish it, before anybody read it over. */
export interface ChangelogDraft {
  readonly from: ReportDocument;
  readonly to: ReportDocument;
  /** The header that chooses the version; absent where there is none. */
  readonly selector?: { readonly name: string; readonly value: string };
  /** In the order of urgency; one without entries is left out. */
  readonly sections: readonly DraftSection[];
}

/** What a change means for callers, which decides where it is told. */
export type DraftSectionKind = 'breaking' | 'check' | 'client' | 'deprecated' | 'new' | 'other';

/** The changes of one kind. */
export interface DraftSection {
  readonly kind: DraftSectionKind;
  readonly resources: readonly DraftResource[];
}

/** The changes of one kind to one resource. */
export interface DraftResource {
  readonly name: string;
  readonly entries: readonly DraftEntry[];
}

/** One cause, with everything that changed by it. */
export interface DraftEntry {
  readonly sentence: Sentence;
  /** What the sentence announces, one by one; empty where it says all. */
  readonly items: readonly Sentence[];
  /** More that is told of it: what was perhaps meant, what comes with it. */
  readonly notes: readonly Sentence[];
  /** The operations it reaches, where the sentence does not name them. */
  readonly operations: readonly string[];
  /** What callers do; absent where they need do nothing. */
  readonly step?: Sentence;
  /** Absent where nothing can be shown. */
  readonly example?: DraftExample;
  /** The findings it tells, by their fingerprints. */
  readonly findings: readonly string[];
}

/** What was sent or received before and after. A side is absent where there was nothing; a call is a line such as `GET /a?b=c`. */
export interface DraftExample {
  readonly kind: 'payload' | 'call';
  readonly before?: Json;
  readonly after?: Json;
}
