import type { Finding, FindingPlace } from '../../diff/finding.js';
import type { Breaking, ClaimKind, ClaimPlace } from './claim.js';

/** What documents say of a claim: that it is so, that it is otherwise, nothing, or that there is no document to ask. */
export type ClaimStatus = 'proved' | 'contradicted' | 'no evidence' | 'no document';

/** How many claims have each status. */
export interface StatusCounts {
  readonly claims: number;
  readonly proved: number;
  readonly contradicted: number;
  readonly noEvidence: number;
  readonly noDocument: number;
}

/** Why a claim is not proved: what one operation says of one item of its evidence. */
export interface Objection {
  readonly status: Exclude<ClaimStatus, 'proved'>;
  /** The number of the item, from 1; `null` where it is about the claim as a whole. */
  readonly item: number | null;
  readonly operation: string | null;
  /** What the documents say instead. */
  readonly message: string;
  readonly base: FindingPlace | null;
  readonly revision: FindingPlace | null;
}

/** A claim, or an entry that no changelog announced, with what the documents say of it. */
export interface CheckedStatement {
  readonly id: string;
  readonly title: string;
  readonly base: string;
  readonly revision: string;
  readonly breaking: Breaking;
  readonly status: ClaimStatus;
  /** The worst impact among the findings that prove it; `null` where there is none. */
  readonly impact: Finding['impact'] | null;
  /** Fingerprints of the findings that prove it, sorted. */
  readonly findings: readonly string[];
  readonly objections: readonly Objection[];
  /** Where it stands in the file of claims. */
  readonly place: ClaimPlace;
}

export interface CheckedClaim extends CheckedStatement {
  readonly kind: ClaimKind;
  readonly operations: readonly string[];
}

export interface CheckedUnannounced extends CheckedStatement {
  readonly source: string;
}

/** The claims of one version, counted. */
export interface CheckedVersion {
  readonly version: string;
  readonly title: string;
  readonly counts: StatusCounts;
  readonly kinds: readonly { readonly kind: ClaimKind; readonly counts: StatusCounts }[];
  /** Claims that say that callers break. */
  readonly breaking: StatusCounts;
  readonly claims: readonly CheckedClaim[];
  readonly unannounced: readonly CheckedUnannounced[];
}

/** A finding that no statement explains, or not all of it. */
export interface UnexplainedFinding {
  readonly finding: Finding;
  /** What of it is not explained, where some of it is: values that came or went. Empty: all of it. */
  readonly left: readonly string[];
}

/** A finding that statements explain for some of its operations only. */
export interface PartlyExplained {
  readonly finding: Finding;
  /** Those that no statement names. */
  readonly operations: readonly string[];
}

/** Two documents that claims compare. */
export interface CheckedPair {
  readonly base: string;
  readonly revision: string;
  /** The files; `null` where there is none. */
  readonly files: { readonly base: string | null; readonly revision: string | null };
  /** Whether the changelogs set out to tell everything between the two; where not, nothing is unexplained. */
  readonly whole: boolean;
  readonly findings: number;
  readonly unexplained: readonly UnexplainedFinding[];
  readonly partly: readonly PartlyExplained[];
}

/** Everything `specshift changelog check` found, as data. JSON output is this object. */
export interface ChangelogReport {
  readonly format: 'specshift.changelog/1';
  readonly api: string;
  readonly title: string;
  /** The folder of the documents, where they are not those of the API itself. */
  readonly documents: string | null;
  readonly policy: string;
  /** Whether every statement is proved and nothing is unexplained. */
  readonly passed: boolean;
  readonly counts: StatusCounts;
  readonly breaking: StatusCounts;
  readonly versions: readonly CheckedVersion[];
  readonly pairs: readonly CheckedPair[];
  /** Versions that have no document in the folder. */
  readonly missing: readonly string[];
}
