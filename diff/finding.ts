import type { Json } from '../openapi/source/json.js';
import type { Direction } from './change.js';
import type { Contract, Impact, Level } from './rules/rule.js';

/** What a finding does to callers; a change that no rule judges is `unclassified`, one that cannot be compared `undecided`. */
export type FindingImpact = Impact | 'unclassified' | 'undecided';

/** A place in one of the two documents. */
export interface FindingPlace {
  readonly file: string;
  /** JSON Pointer with a leading `#`. */
  readonly pointer: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

/** A value that one version accepts and the other rejects. */
export interface Witness {
  readonly value: Json;
  readonly validUnder: 'base' | 'revision';
  readonly invalidUnder: 'base' | 'revision';
}

/** The other half of an element that was renamed or moved. What was removed stays removed: this says what stands for it. */
export interface Move {
  /** `to` on a removal, `from` on an addition. */
  readonly end: 'to' | 'from';
  /** What of the element of the finding moved: `admin_id` of `assignment`; `null` for the whole. */
  readonly part: string | null;
  /** The other element, in words. */
  readonly where: string;
  /** Its name alone: of a property or parameter, or the method and path of an operation. */
  readonly name: string;
  readonly place: FindingPlace;
  /** What speaks for it, the strongest first; never empty. */
  readonly evidence: readonly string[];
  /** Whether a hint or the document itself says so, rather than likeness. */
  readonly confirmed: boolean;
}

/** A rule's judgement of one change: one finding per cause, with every operation it reaches. */
export interface Finding {
  /** Id of the rule, or `unclassified` or `undecided`. */
  readonly rule: string;
  readonly impact: FindingImpact;
  readonly level: Level;
  /** Why the level is not the one the rule starts with: the reason of a policy or a configuration. `null` where it is. */
  readonly levelReason: string | null;
  readonly contract: Contract;
  /** Which way the changed element travels where that decides the impact; `null` where nothing travels. */
  readonly direction: Direction | 'both' | null;
  readonly message: string;
  /** `GET /contacts/{contact_id}`, sorted; empty for a component that no operation reaches. */
  readonly operations: readonly string[];
  /** The group the finding is shown in: a tag, else the beginning of the path. */
  readonly resource: string;
  /** The element, in words: `contact.owner_id`. */
  readonly where: string;
  /** Where the element stands; where it is missing, the nearest element around it. */
  readonly base: FindingPlace | null;
  readonly revision: FindingPlace | null;
  readonly before: Json;
  readonly after: Json;
  /** A value that proves the impact; `null` where there is none to show. */
  readonly witness: Witness | null;
  /** Why an undecided finding is undecided; `null` for all others. */
  readonly reason: string | null;
  /** Where the removed element or a part of it seems to have gone, or the added one to have come from; empty where nothing says so. */
  readonly moves: readonly Move[];
  /** 16 hexadecimal digits; stays the same when words, lines or the order of keys change. */
  readonly fingerprint: string;
}

/** How much the version of the document itself must move (Semantic Versioning 2.0.0). */
export type RequiredBump = 'none' | 'minor' | 'major';

/** How many findings each level has; `off` counts what a policy or a configuration left out. */
export interface LevelCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly off: number;
}

/** How many findings there are of each impact and level, and what they demand of the version. */
export interface DiffSummary {
  readonly breaking: number;
  readonly dangerous: number;
  readonly nonBreaking: number;
  readonly unclassified: number;
  readonly undecided: number;
  readonly levels: LevelCounts;
  readonly requiredBump: RequiredBump;
}

/** One of the two documents of a report. */
export interface ReportDocument {
  readonly file: string;
  readonly title: string;
  readonly version: string;
  readonly openapi: string;
}

/** Everything `specshift diff` found, as data. JSON output is this object. */
export interface DiffReport {
  readonly format: 'specshift.diff/1';
  readonly base: ReportDocument;
  readonly revision: ReportDocument;
  /** The policy that gave the levels. */
  readonly policy: string;
  readonly summary: DiffSummary;
  /** The worst first, then by resource and place; the order is total. */
  readonly findings: readonly Finding[];
}
