import type { FindingImpact, FindingPlace, Witness } from '../../diff/finding.js';
import type { Contract } from '../../diff/rules/rule.js';
import type { Json } from '../../openapi/source/json.js';
import type { Sentence } from '../changelog-draft/words.js';

/** What somebody who calls an API has to do for a move from one version to another, as data. JSON output is this object. */
export interface MigrationReport {
  readonly format: 'specshift.migration/1';
  readonly from: MigrationDocument;
  readonly to: MigrationDocument;
  /** The versions on the way, the last included; one where nothing lies between the two. */
  readonly steps: readonly MigrationStep[];
  readonly verdict: Verdict;
  readonly counts: MigrationCounts;
  /** The header that chooses the version; `null` where there is none. */
  readonly header: { readonly name: string; readonly before: string | null; readonly after: string } | null;
  /** How a client of each side is made, which every piece of code builds on; `null` where no client is known. */
  readonly setup: CodePair | null;
  /** In the order of urgency; one without cards is left out. */
  readonly sections: readonly MigrationSection[];
  /** What changelogs say of it; `null` where the API has none for these versions. */
  readonly claims: ClaimsPart | null;
}

/** One of the two documents of a report. */
export interface MigrationDocument {
  readonly file: string;
  readonly title: string;
  readonly version: string;
  /** What people call the version. */
  readonly label: string;
  /** ISO date of the document; `null` where it is not known. */
  readonly date: string | null;
}

/** One version on the way, with what it brings on its own. */
export interface MigrationStep {
  readonly from: string;
  readonly to: string;
  /** What people call the version it leads to. */
  readonly label: string;
  readonly date: string | null;
  readonly breaking: number;
  readonly findings: number;
}

/** What a reader is told first. */
export interface Verdict {
  readonly nothingToDo: boolean;
  readonly text: string;
}

/** How much there is to do, and how much was found. */
export interface MigrationCounts {
  /** Cards by section. */
  readonly wire: number;
  readonly compile: number;
  readonly silent: number;
  readonly added: number;
  readonly other: number;
  /** Of the cards with something to do, those a tool can do alone. */
  readonly mechanical: number;
  /** All findings of the comparison, and those among them that say nothing to callers and have no card. */
  readonly findings: number;
  readonly untold: number;
}

/** What a cause does to callers, which decides where it is told. */
export type SectionKind = 'wire' | 'compile' | 'silent' | 'added' | 'other';

/** The causes of one kind. */
export interface MigrationSection {
  readonly kind: SectionKind;
  readonly cards: readonly MigrationCard[];
}

/** What of the meaning changed where types stay what they were. */
export type SilentKind =
  | 'default'
  | 'sentinel'
  | 'format'
  | 'order'
  | 'units'
  | 'content type'
  | 'behaviour'
  | 'ignored'
  | 'values'
  | 'shape';

/** One cause, with everything that changed by it. */
export interface MigrationCard {
  /** Names the card in links: the fingerprint of its first finding. */
  readonly id: string;
  readonly resource: string;
  /** The worst of its findings. */
  readonly impact: FindingImpact;
  readonly contract: Contract;
  /** Set in the section of silent changes. */
  readonly silent: SilentKind | null;
  /** What is new. */
  readonly what: Sentence;
  /** What the sentence announces, one by one; empty where it says all. */
  readonly items: readonly Sentence[];
  readonly notes: readonly Sentence[];
  /** What happens to callers; `null` for what no rule judges. */
  readonly why: string | null;
  readonly operations: readonly string[];
  /** The elements, as reports name them. */
  readonly fields: readonly string[];
  readonly payload: PayloadPair | null;
  readonly schema: SchemaPair | null;
  readonly code: CodePair | null;
  /** What callers do, one by one; empty where nothing is to be done. */
  readonly steps: readonly Sentence[];
  readonly tool: ToolAdvice | null;
  /** The versions that brought it, in order; `null` where there is only one step. */
  readonly arrived: readonly string[] | null;
  /** The claims of changelogs that announce it, by title; empty where none does. */
  readonly announced: readonly string[];
  readonly findings: readonly CardFinding[];
}

/** What an operation carries before and after, whole and valid on its side. A side is absent where there was nothing. */
export interface PayloadPair {
  readonly kind: 'payload' | 'call';
  readonly operation: string | null;
  /** `request body`, `response 200`; `null` for a call. */
  readonly part: string | null;
  /** JSON Pointer of the changed element in the values, beginning with `#`. */
  readonly pointer: string;
  readonly before?: Json;
  readonly after?: Json;
}

/** The changed part of the documents, as they write it. */
export interface SchemaPair {
  readonly before: Json | null;
  readonly after: Json | null;
}

/** TypeScript against the clients of the two versions. A side is `null` where there is nothing to write. */
export interface CodePair {
  readonly before: string | null;
  readonly after: string | null;
}

/** Whether a tool can do it: alone, or only find the places, or neither. */
export interface ToolAdvice {
  readonly can: 'do' | 'find' | 'nothing';
  readonly how: string;
}

export interface CardFinding {
  readonly fingerprint: string;
  readonly rule: string;
  readonly where: string;
  readonly message: string;
  readonly base: FindingPlace | null;
  readonly revision: FindingPlace | null;
  readonly witness: Witness | null;
}

/** What changelogs say, held against the documents. */
export interface ClaimsPart {
  readonly claims: number;
  readonly proved: number;
  /** Said, and not in the documents. */
  readonly unproved: readonly UnprovedClaim[];
  /** In the documents, and said by no changelog. */
  readonly unannounced: readonly UnannouncedChange[];
}

export interface UnprovedClaim {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly status: string;
  readonly objections: readonly string[];
}

export interface UnannouncedChange {
  readonly version: string;
  readonly title: string;
  readonly impact: FindingImpact | null;
  /** Where it is known from; `null` for what nobody wrote down. */
  readonly source: string | null;
  /** The card that tells it; `null` where none does. */
  readonly card: string | null;
}
