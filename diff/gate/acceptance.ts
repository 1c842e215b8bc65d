import type { Finding, FindingPlace } from '../finding.js';

/** Where somebody accepted a finding: in a file beside the documents, or in the revision itself. */
export type AcceptanceSource = 'baseline' | 'document';

/** What an entry names: one finding, or whatever one rule finds at one element. */
export type AcceptedTarget =
  | { readonly kind: 'fingerprint'; readonly fingerprint: string }
  | {
      readonly kind: 'place';
      /** Id of the rule, or `unclassified` or `undecided`. */
      readonly rule: string;
      /** JSON Pointer with a leading `#`; a file may stand before it. */
      readonly pointer: string;
      /** `GET /contacts/{id}`: the finding reaches it and no other. `null` where operations do not matter. */
      readonly operation: string | null;
    }
  | {
      /** An exemption in a document holds for its element and what stands inside. */
      readonly kind: 'element';
      readonly rule: string;
      readonly file: string;
      readonly pointer: string;
      /** The operation that the element is, as reports name it; `null` for any other element. */
      readonly operation: string | null;
    };

/** Somebody accepts findings for a reason, until a day. */
export interface AcceptedEntry {
  readonly source: AcceptanceSource;
  readonly target: AcceptedTarget;
  /** The version of the API that the entry is for; `null` for any. */
  readonly version: string | null;
  readonly reason: string;
  /** ISO date; the last day on which it holds. */
  readonly until: string;
  /** Where the entry stands. */
  readonly place: FindingPlace;
}

/** What became of an entry. Only one that is `used` accepts anything. */
export type EntryStatus =
  | 'used'
  /** Its last day is over. */
  | 'expired'
  /** It names nothing that was found. */
  | 'unused'
  /** It names several findings, or one that reaches more than it says. */
  | 'ambiguous'
  /** Another entry accepts the same already. */
  | 'repeated';

/** An entry, with what became of it. */
export interface EntryReport extends AcceptedEntry {
  readonly status: EntryStatus;
  /** What to do about it; `null` for one that is used. */
  readonly message: string | null;
  /** The findings it names. */
  readonly fingerprints: readonly string[];
}

/** A finding that does not count, with who said so. */
export interface AcceptedFinding {
  readonly finding: Finding;
  readonly source: AcceptanceSource;
  readonly reason: string;
  readonly until: string;
  /** Where the entry stands. */
  readonly place: FindingPlace;
}
