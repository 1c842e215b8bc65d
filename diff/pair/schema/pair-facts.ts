import type { Schema } from '../../../openapi/model/schema.js';
import type { Origin } from '../../../openapi/source/origin.js';
import type { Direction, SchemaChange } from '../../change.js';
import type { ExtensionChangeData } from '../../extensions/extension-changes.js';
import type { View } from '../../schema/view.js';
import type { SchemaKeyword } from '../../schema-change.js';

type WithoutUsages<Data> = Data extends unknown ? Omit<Data, 'usages' | 'base' | 'revision' | 'schemas'> : never;

/** What a comparison says of a schema change; the places come from {@link PairFacts}. */
export type SchemaFactData = WithoutUsages<SchemaChange> | ExtensionChangeData;

/** What comparisons of one pair need: to note facts, and to have inner schemas compared. */
export interface PairFacts {
  readonly base: View;
  readonly revision: View;
  /** Notes a fact at a keyword of the pair, in the order of where it is declared. */
  note(data: SchemaFactData, keyword: string): void;
  /** Notes a fact with places of its own; an absent one is the place of the schema. */
  noteAt(data: SchemaFactData, base: Origin | undefined, revision: Origin | undefined, only?: Direction): void;
  /** Whether both sides mean the same with a keyword, however it is written. */
  isSame(keyword: SchemaKeyword): boolean;
  /** Whether two schemas accept the same values. */
  areSame(base: Schema, revision: Schema): boolean;
  /** Whether schemas that stand in their documents are the same to the letter, with all they refer to. */
  isWrittenAlike(base: readonly Schema[], revision: readonly Schema[]): boolean;
  /** Compares inner schemas. */
  compare(base: readonly Schema[], revision: readonly Schema[], only?: Direction): void;
}
