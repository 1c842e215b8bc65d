import type { ChangeKind } from '../../diff/change.js';
import type { Json } from '../../openapi/source/json.js';
import type { OperationReference } from './operation-reference.js';
import type { OperationPlace } from './place.js';

/** What a changelog says happened. */
export const CLAIM_KINDS = [
  'endpoint-added',
  'endpoint-removed',
  'field-added',
  'field-removed',
  'field-retyped',
  'nullability/sentinel change',
  'enum-value-added',
  'enum-value-removed',
  'parameter-added',
  'parameter-removed',
  'response-status-added',
  'response-status-removed',
  'webhook-added',
  'webhook-payload-changed',
  'scope/permission',
  'default/limit',
  'behaviour-only',
] as const;

export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** The part of an operation a claim is about, in a word. */
export const CLAIM_PARTS = [
  'operation',
  'request',
  'response',
  'query',
  'path',
  'header',
  'scope',
  'behaviour',
  'webhook',
] as const;

export type ClaimPart = (typeof CLAIM_PARTS)[number];

/** Whether callers break, as the claim has it; `conditional` says that it depends on the caller. */
export type Breaking = boolean | 'conditional';

/** Where a text stands in the file of claims. */
export interface ClaimPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing that the documents must show for a claim to be proved. */
export interface Evidence {
  /** The kind of change, or that nothing changed. */
  readonly change: ChangeKind | 'unchanged';
  /** Every one must show it. Empty: any operation, which only entries without a claim may say. */
  readonly operations: readonly OperationReference[];
  /** Absent: the operation itself. */
  readonly at?: OperationPlace;
  /** JSON Pointers beginning with `#` where the change stands on one of the sides. Empty: wherever it stands. */
  readonly pointers: readonly string[];
  /** What stands there in the base, in part; null for nothing. Absent: not asked. */
  readonly before?: Json;
  /** What stands there in the revision, in part; null for nothing. Absent: not asked. */
  readonly after?: Json;
  /** What came or went there. Absent: not asked. */
  readonly value?: Json;
  /** The name of the extension of `extension.changed`. Absent: any. */
  readonly extension?: string;
  /** Set where it is enough that something changed, whichever way. */
  readonly anyWay?: boolean;
}

/** One statement about what changed between two documents. */
interface Statement {
  /** Unique in the API. */
  readonly id: string;
  readonly title: string;
  readonly base: string;
  readonly revision: string;
  readonly breaking: Breaking;
  readonly evidence: readonly Evidence[];
  readonly place: ClaimPlace;
  readonly note?: string;
}

/** A statement of a changelog. */
export interface Claim extends Statement {
  readonly kind: ClaimKind;
  /** As the changelog names them. */
  readonly operations: readonly string[];
  readonly where: ClaimPart;
  /** What changes in it, in words of the changelog. Absent: the part itself. */
  readonly path?: string;
  /** In words. */
  readonly before?: string;
  readonly after?: string;
}

/** What documents change and no changelog said. */
export interface Unannounced extends Statement {
  readonly kind?: ClaimKind;
  /** Where it is known from, in words. */
  readonly source: string;
}

/** The changelog of one version. */
export interface Changelog {
  readonly version: string;
  /** What the claims compare with that name no other. Absent: the version is the first. */
  readonly base?: string;
  readonly title: string;
  readonly claims: readonly Claim[];
  readonly unannounced: readonly Unannounced[];
}
