import type { Operation } from '../openapi/model/operation.js';
import type { Schema } from '../openapi/model/schema.js';
import type { Origin } from '../openapi/source/origin.js';
import type { ElementChangeData } from './element-change.js';
import type { Conjunction } from './schema/conjunction.js';
import type { SchemaChangeData } from './schema-change.js';

export type { Openness } from './schema-change.js';

/** What travels: `request` goes from a caller to the API, `response` from the API to a caller, webhooks and callbacks included. */
export type Direction = 'request' | 'response';

/** Both, in the order in which they are told. */
export const DIRECTIONS: readonly Direction[] = ['request', 'response'];

/** One use of a changed element: the operation that carries it, and which way. */
export interface Usage {
  readonly operation: Operation;
  /** Absent where a change is about the operation as such and nothing travels. */
  readonly direction?: Direction;
}

/** What every change has. A change is a fact: it says what differs, not what that does to anybody. */
interface Fact {
  /** Where the element stands, or the nearest element around it where it is missing on this side. */
  readonly base: Origin;
  readonly revision: Origin;
  /** Who uses the element; empty for a component that no operation reaches. */
  readonly usages: readonly Usage[];
}

/** Schemas of both sides. Several of one side hold together; an empty list accepts anything. */
export interface BothSides {
  readonly base: readonly Schema[];
  readonly revision: readonly Schema[];
}

/** Schemas that were compared, and what they stand in. */
export interface ComparedPlace {
  /** The schemas before references and `allOf` were followed. */
  readonly stated: BothSides;
  /** What holds together of the base, and of the revision. */
  readonly conjunctions: readonly [Conjunction, Conjunction];
  /** Whether an operation carries values of these schemas by themselves that way, and not only inside others. */
  isCarried(direction: Direction): boolean;
  readonly around: readonly Surrounding[];
}

/** What schemas that were compared stand in. */
export interface Surrounding {
  readonly place: ComparedPlace;
  /** The compared schemas as they stand there. */
  readonly part: BothSides;
  /** The one direction in which the part travels. Absent: both. */
  readonly only: Direction | undefined;
}

/** The schemas a fact was found on: all that apply to the value on each side. An empty list accepts anything. */
export interface ComparedSchemas extends BothSides {
  /** The schemas before references and `allOf` were followed. */
  readonly stated: BothSides;
  /** Absent: they stand by themselves. */
  readonly place?: ComparedPlace;
}

type SchemaChangeOf<Data> = Data extends unknown ? Fact & Data & { readonly schemas: ComparedSchemas } : never;

/** A difference between two schemas that are paired. */
export type SchemaChange = SchemaChangeOf<SchemaChangeData>;

/** One difference between two documents. */
export type Change =
  | (ElementChangeData extends infer Data ? (Data extends unknown ? Fact & Data : never) : never)
  | SchemaChange;

/** What a change is about, and what happened to it. */
export type ChangeKind = Change['kind'];

/** The change of one kind. */
export type ChangeOf<Kind extends ChangeKind> = Extract<Change, { readonly kind: Kind }>;

/** Whether a change is one between two schemas. */
export function isSchemaChange(change: Change): change is SchemaChange {
  return change.kind.startsWith('schema.');
}
