import { DIRECTIONS, type Direction, isSchemaChange, type SchemaChange } from '../../diff/change.js';
import { judge } from '../../diff/judge.js';
import { compareDocuments } from '../../diff/pair/compare-documents.js';
import { decide } from '../../diff/proof/decide.js';
import { questionOf } from '../../diff/proof/question.js';
import { rules } from '../../diff/rules/table.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { stringify } from '../../openapi/source/stringify.js';

/** What is decided and proved between two documents. */
export interface ProofTally {
  /** How often a schema change raises the question whether one side accepts what the other sends. */
  readonly included: number;
  readonly refuted: number;
  readonly undecided: number;
  /** Breaking findings about schemas that show a confirmed value. */
  readonly witnessed: number;
  /** Breaking findings about schemas that follow from the values and show none. */
  readonly unwitnessed: number;
  /** Breaking findings about schemas for which there is no value to show, as a removed optional property of a response. */
  readonly byRule: number;
  /** The size of each shown value as JSON, in UTF-8 bytes. */
  readonly bytes: readonly number[];
}

/** Compares two documents and counts. */
export async function tallyProofs(base: ApiDocument, revision: ApiDocument): Promise<ProofTally> {
  const changes = compareDocuments(base, revision);
  const decisions = await decide(changes);
  const count = { included: 0, refuted: 0, undecided: 0 };
  const isRefuted = (change: SchemaChange): boolean =>
    DIRECTIONS.some((direction) => decisions.of(change, direction).kind === 'refuted');
  for (const change of changes.filter(isSchemaChange)) {
    for (const direction of usedDirections(change)) {
      if (questionOf(change, direction) !== undefined) count[decisions.of(change, direction).kind]++;
    }
  }
  const breaking = judge(base, revision, changes, rules, decisions).filter(
    ({ finding, change }) => finding.impact === 'breaking' && finding.contract === 'wire' && isSchemaChange(change),
  );
  const shown = breaking.flatMap(({ finding }) => (finding.witness === null ? [] : [finding.witness.value]));
  const silent = breaking.filter(({ finding }) => finding.witness === null);
  const unwitnessed = silent.filter(({ change }) => isSchemaChange(change) && isRefuted(change)).length;
  return {
    ...count,
    witnessed: shown.length,
    unwitnessed,
    byRule: silent.length - unwitnessed,
    bytes: shown.map((value) => Buffer.byteLength(stringify(value))),
  };
}

function usedDirections({ usages }: SchemaChange): readonly Direction[] {
  if (usages.length === 0) return DIRECTIONS;
  return DIRECTIONS.filter((direction) => usages.some((usage) => usage.direction === direction));
}

/** The sum of several tallies. */
export function addTallies(tallies: readonly ProofTally[]): ProofTally {
  const sum = (key: Exclude<keyof ProofTally, 'bytes'>): number =>
    tallies.reduce((total, tally) => total + tally[key], 0);
  return {
    included: sum('included'),
    refuted: sum('refuted'),
    undecided: sum('undecided'),
    witnessed: sum('witnessed'),
    unwitnessed: sum('unwitnessed'),
    byRule: sum('byRule'),
    bytes: tallies.flatMap(({ bytes }) => bytes),
  };
}
