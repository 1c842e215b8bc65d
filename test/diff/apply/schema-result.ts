import type { Direction, SchemaChange } from '../../../diff/change.js';
import type { Comparison } from '../../../diff/pair/recorder.js';
import type { PairFact, SchemaPair } from '../../../diff/pair/schema/schema-comparison.js';
import { editExtension } from './extension-contract.js';
import { copyOf, newPart, type Part, put, putGroup, say } from './part.js';
import type { SchemaContract } from './schema-contract.js';
import { type EditContext, type Replacing, SCHEMA_EDITS } from './schema-edits.js';
import type { Told } from './told.js';
import {
  adoptBytes,
  adoptProven,
  adoptSentinel,
  followBranches,
  moveIntoBranches,
  unionsOf,
} from './told-elsewhere.js';
import { branchesOf, keyOf, UnionEdits } from './union-result.js';

/** Something that must hold besides the whole: what became of a piece has to be what stands for it in the revision. */
export type Obligation = readonly [string, Part, Part];

/** Schemas of the base, edited by the changes told of them and by nothing else. */
export class SchemaResult {
  readonly obligations: Obligation[] = [];
  readonly #comparison: Comparison;
  readonly #told: Told;
  readonly #base: SchemaContract;
  readonly #revision: SchemaContract;
  readonly #known = new Map<SchemaPair, Map<Direction | undefined, Part>>();
  readonly #pending: (() => void)[] = [];

  constructor(comparison: Comparison, told: Told, base: SchemaContract, revision: SchemaContract) {
    this.#comparison = comparison;
    this.#told = told;
    this.#base = base;
    this.#revision = revision;
  }

  /** What became of a schema that was taken for one of the revision. One that was not compared stays as it is. */
  of(base: Part, revision: Part, direction: Direction | undefined): Part {
    const pair = this.#comparison.pairOf(base.of, revision.of);
    const result = pair === undefined ? base : this.#resultOf(pair, base, revision, direction);
    for (let next = this.#pending.pop(); next !== undefined; next = this.#pending.pop()) next();
    return result;
  }

  /** Takes schemas as told in another way. */
  account(base: Part, revision: Part): void {
    const pair = this.#comparison.pairOf(base.of, revision.of);
    if (pair !== undefined && !this.#known.has(pair)) this.#known.set(pair, new Map());
  }

  /** Whether schemas were already edited where something uses them. */
  isUsed(base: Part, revision: Part): boolean {
    const pair = this.#comparison.pairOf(base.of, revision.of);
    return pair !== undefined && this.#known.has(pair);
  }

  #resultOf(pair: SchemaPair, base: Part, revision: Part, direction: Direction | undefined): Part {
    const known = this.#known.get(pair) ?? new Map<Direction | undefined, Part>();
    this.#known.set(pair, known);
    let result = known.get(direction);
    if (result === undefined) {
      result = copyOf(base);
      known.set(direction, result);
      const place = result;
      this.#pending.push(() => this.#edit(pair, place, base, revision, direction));
    }
    return result;
  }

  #edit(pair: SchemaPair, result: Part, base: Part, revision: Part, direction: Direction | undefined): void {
    const child = (one: Part, other: Part): Part | undefined => this.#child(pair, one, other, direction);
    const lone = this.#loneBranch(pair, base, revision);
    if (lone !== undefined) this.#stepInto(result, lone, revision, child);
    const became = new Map<Part, Part>();
    if (lone === undefined) {
      for (const [name, part] of base.parts) put(result, name, becomes(part, revision.parts.get(name), child));
      this.#editTuple(result, base, revision, child);
      const options = unionsOf(revision).flatMap(branchesOf);
      for (const branch of unionsOf(base).flatMap(branchesOf)) {
        for (const option of options) {
          const inner = became.has(branch) ? undefined : child(branch, option);
          if (inner !== undefined) became.set(branch, inner);
        }
      }
    }
    const partOf = (schema: Parameters<UnionEdits['remove']>[0]): Part => this.#revision.part([schema]);
    const unions = new UnionEdits(unionsOf(result), became, unionsOf(revision), partOf);
    const context: EditContext = { after: revision, unions };
    let isReplaced = false;
    for (const fact of pair.facts) {
      const data = this.#dataOf(fact, direction);
      if (data === undefined) continue;
      const nullable = result.facts.get('null');
      const way = editBy(result, data, context);
      if (way === undefined) continue;
      replace(result, revision);
      isReplaced = true;
      // Of disjoint types null is still told by itself.
      if (way === 'replaced but for null') say(result, 'null', nullable);
    }
    if (isReplaced) return;
    putGroup(result, 'unions', unions.result);
    followBranches(result, base, revision, became);
    moveIntoBranches(result, base, revision);
    adoptSentinel(result, base, revision);
    adoptBytes(result, base, revision);
    adoptProven(result, pair, base, revision);
  }

  /** The change told of a fact. What does not travel this way need not be told: it is taken as it is. */
  #dataOf(fact: PairFact, direction: Direction | undefined): PairFact['data'] | undefined {
    if (excludes(fact.only, direction)) return fact.data;
    const change = this.#comparison.changeOf(fact);
    if (change === undefined || !this.#told.has(change)) return undefined;
    this.#told.need(change);
    // The change of a fact about schemas is one about schemas.
    return change as SchemaChange;
  }

  /** What became of an inner schema, if the comparison of the outer ones went on to it. */
  #child(pair: SchemaPair, base: Part, revision: Part, direction: Direction | undefined): Part | undefined {
    const [left, right] = [keyOf(base.of), keyOf(revision.of)];
    const child = pair.children.find(
      (candidate) => candidate.pair.base.conjunction.key === left && candidate.pair.revision.conjunction.key === right,
    );
    if (child === undefined) return undefined;
    if (excludes(child.only, direction)) return revision;
    return this.#resultOf(child.pair, base, revision, direction);
  }

  /** The branch that a whole schema was taken for, where only one side is a union. */
  #loneBranch(
    { base: left, revision: right, children }: SchemaPair,
    base: Part,
    revision: Part,
  ): LoneBranch | undefined {
    const [child] = children;
    if (unionsOf(base).length + unionsOf(revision).length !== 1 || children.length !== 1 || child === undefined)
      return undefined;
    const [before, after] = [child.pair.base.conjunction.key, child.pair.revision.conjunction.key];
    for (const branch of unionsOf(revision).flatMap(branchesOf)) {
      const { members } = left.conjunction;
      if (keyOf(branch.of) === after && before === keyOf(members)) return [this.#base.part(members), branch, true];
    }
    for (const branch of unionsOf(base).flatMap(branchesOf)) {
      const { members } = right.conjunction;
      if (keyOf(branch.of) === before && after === keyOf(members)) return [branch, this.#revision.part(members), false];
    }
    return undefined;
  }

  /** A schema that was taken for one branch of a union that came or went around it. */
  #stepInto(result: Part, [branch, other, isAdded]: LoneBranch, revision: Part, child: Child): void {
    const inner = child(branch, other);
    if (inner === undefined) return;
    if (!isAdded) {
      const [union] = unionsOf(result);
      if (union === undefined) return;
      const around = copyOf(union);
      putGroup(
        around,
        'branches',
        branchesOf(union).map((one) => (one === branch ? inner : one)),
      );
      putGroup(result, 'unions', [around]);
      // What is left of the union is known only when all is told, and the schema it leaves when that is edited in turn.
      this.#pending.unshift(() => {
        const left = unionsOf(result).flatMap(branchesOf);
        if (left.length !== 1 || left[0] !== inner) return;
        const nullable = result.facts.get('null');
        replace(result, inner);
        say(result, 'null', nullable);
      });
      return;
    }
    const nullable = result.facts.get('null');
    replace(result, newPart(result.of));
    say(result, 'null', nullable);
    // The types of what is nothing but a union follow from its branches.
    say(result, 'types', revision.facts.get('types'));
    const [union] = unionsOf(revision);
    if (union === undefined) return;
    const around = copyOf(union);
    putGroup(around, 'branches', [inner]);
    putGroup(result, 'unions', [around]);
  }

  /** Where tuples have different lengths, items stand for the positions that one of them lacks. */
  #editTuple(result: Part, base: Part, revision: Part, child: Child): void {
    for (let index = 0; base.parts.has(`item ${index}`) || revision.parts.has(`item ${index}`); index++) {
      const name = `item ${index}`;
      const [left, right] = [
        base.parts.get(name) ?? base.parts.get('items'),
        revision.parts.get(name) ?? revision.parts.get('items'),
      ];
      if (left === undefined || right === undefined || (base.parts.has(name) && revision.parts.has(name))) continue;
      const inner = child(left, right) ?? left;
      if (revision.parts.has(name)) put(result, name, inner);
      else {
        put(result, name, undefined);
        this.obligations.push([`${name} of a tuple`, inner, right]);
      }
    }
  }
}

type Child = (base: Part, revision: Part) => Part | undefined;
type LoneBranch = readonly [base: Part, revision: Part, isAdded: boolean];

function becomes(part: Part, other: Part | undefined, child: Child): Part {
  return other === undefined ? part : (child(part, other) ?? part);
}

function excludes(only: Direction | undefined, direction: Direction | undefined): boolean {
  return only !== undefined && direction !== undefined && only !== direction;
}

function editBy<Data extends PairFact['data']>(part: Part, data: Data, context: EditContext): Replacing {
  if (data.kind === 'extension.changed') return void editExtension(part, data);
  // The edit of a kind takes the data of that kind; the compiler cannot see that both come from one fact.
  const edit = SCHEMA_EDITS[data.kind] as (part: Part, data: Data, context: EditContext) => Replacing;
  return edit(part, data, context);
}

function replace(result: Part, by: Part): void {
  for (const key of ['facts', 'parts', 'groups'] as const) {
    const entries = [...by[key]];
    result[key].clear();
    // Both sides are the same map of a part.
    for (const [name, value] of entries) (result[key] as Map<string, unknown>).set(name, value);
  }
}
