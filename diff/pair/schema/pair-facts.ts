import type { Schema } from '../../../openapi/model/schema.js';
import type { Origin } from '../../../openapi/source/origin.js';
import type { Direction, SchemaChange } from '../../change.js';
import type { View } from '../../schema/view.js';

type WithoutUsages<Data> = Data extends unknown ? Omit<Data, 'usages' | 'base' | 'revision' | 'schemas'> : never;

/** What a comparison says of a schema change; the places come from {@link PairFacts}. */
export type SchemaFactData = WithoutUsages<SchemaChange>;

/** What comparisons of one pair need: to note facts, and to have inner schemas compared. */
export interface PairFacts {
  readonly base: View;
  readonly revision: View;
  /** Notes a fact at a keyword of the pair, in the order of where it is declared. */
  note(data: SchemaFactData, keyword: string): void;
  /** Notes a fact with places of its own. */
  noteAt(data: SchemaFactData, base: Origin, revision: Origin, only?: Direction): void;
  /** Compares inner schemas. */
  compare(base: readonly Schema[], revision: readonly Schema[], only?: Direction): void;
}
