import type { Header, MediaType, Operation } from '../../openapi/model/operation.js';
import type { Sameness } from '../../openapi/model/sameness.js';
import type { Schema } from '../../openapi/model/schema.js';
import type { Origin } from '../../openapi/source/origin.js';
import type { Change, Usage } from '../change.js';
import { detailOf, type Fact, isNearer, keyOf, schemaFact } from './fact.js';
import type { LinkTargets } from './link-targets.js';
import { pairsFrom, Reach } from './reach.js';
import { type PairFact, SchemaComparison, type SchemaPair } from './schema/schema-comparison.js';
import { Users } from './users.js';

/** Where a schema is used: by which operation, and which way it travels. */
interface Root {
  readonly pair: SchemaPair;
  readonly usage: Usage;
}

/** A change while it is collected: the fact that says best where it is, and who uses it. */
interface Entry {
  fact: Fact;
  readonly usages: Map<number, Usage>;
}

/** What comparing two elements led to. */
interface Found {
  readonly entries: Entry[];
  readonly pairs: SchemaPair[];
}

/** What differs between two documents, and which schema was taken for which. */
export interface Comparison {
  /** In no particular order. */
  readonly changes: readonly Change[];
  /** The pair in which schemas of both sides were compared; absent where they were not. */
  pairOf(base: readonly Schema[], revision: readonly Schema[]): SchemaPair | undefined;
  /** The change that tells a fact of a pair; absent where the fact concerns no use of the pair. */
  changeOf(fact: PairFact): Change | undefined;
}

/**
 * Collects changes. A change found again, in a component that many operations share, is the same change with one more usage:
 * one cause is told once.
 */
export class Recorder {
  readonly #entries = new Map<string, Entry>();
  readonly #schemas: SchemaComparison;
  readonly #roots: Root[] = [];
  readonly #orphans: { readonly name: string; readonly pair: SchemaPair }[] = [];
  readonly #accounted = new Set<SchemaPair>();
  readonly #found = new Map<string, Found>();
  #finding: Found | undefined;
  readonly #entriesOfFacts = new Map<PairFact, Entry>();
  readonly sameness: Sameness;
  /** The versions the two documents give themselves. */
  readonly versions: readonly [string, string];
  readonly linkTargets: readonly [LinkTargets, LinkTargets];
  readonly #operationNumbers = new Map<Operation, number>();

  constructor(
    versions: readonly [string, string],
    linkTargets: readonly [LinkTargets, LinkTargets],
    sameness: Sameness,
  ) {
    this.linkTargets = linkTargets;
    this.#schemas = new SchemaComparison(sameness);
    this.sameness = sameness;
    this.versions = versions;
  }

  /** @param detail what tells this change from others of its kind at the same places */
  record(fact: Fact, usage: Usage | undefined, detail = ''): void {
    const entry = this.#entryOf(fact, detail);
    this.#finding?.entries.push(entry);
    this.#use(entry, usage);
  }

  /** @param isUsed whether an operation reaches it, and so says better what it does than a component by itself */
  #entryOf(fact: Fact, detail: string, isUsed = true): Entry {
    const key = keyOf(fact, detail);
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = { fact, usages: new Map() };
      this.#entries.set(key, entry);
    } else if (isUsed && isNearer(fact, entry.fact)) {
      entry.fact = fact;
    }
    return entry;
  }

  /**
   * Records what is found where it was not found before.
   * @param difference what alone differs, as text; where it is the same text, the same is found. Absent: it cannot be told
   */
  recordAlike(difference: string | undefined, usage: Usage, compare: () => void): void {
    if (difference === undefined) {
      compare();
      return;
    }
    const key = `${usage.direction} ${difference}`;
    const known = this.#found.get(key);
    if (known !== undefined) {
      for (const entry of known.entries) this.#use(entry, usage);
      for (const pair of known.pairs) this.#root(pair, usage);
      return;
    }
    const found: Found = { entries: [], pairs: [] };
    this.#found.set(key, found);
    this.#finding = found;
    compare();
    this.#finding = undefined;
  }

  #use({ usages }: Entry, usage: Usage | undefined): void {
    if (usage !== undefined) usages.set(this.#usageNumber(usage), usage);
  }

  /** Compares two schemas in a place where at least one stands. */
  schemas(
    base: Schema | undefined,
    revision: Schema | undefined,
    fallback: readonly [Origin, Origin],
    usage: Usage,
  ): void {
    if (base === undefined && revision === undefined) return;
    const pair = this.#schemas.pair(base ? [base] : [], revision ? [revision] : [], fallback);
    this.#finding?.pairs.push(pair);
    this.#root(pair, usage);
  }

  #root(pair: SchemaPair, usage: Usage): void {
    pair.carry(usage.direction);
    this.#roots.push({ pair, usage });
  }

  /** Takes two schemas as told in another way: what differs between them is no change of its own. */
  account(base: Schema | undefined, revision: Schema | undefined, fallback: readonly [Origin, Origin]): void {
    this.#accounted.add(this.#schemas.pair(base ? [base] : [], revision ? [revision] : [], fallback));
  }

  /** Compares two component schemas of one name that perhaps no operation reaches. */
  orphans(name: string, base: Schema, revision: Schema, fallback: readonly [Origin, Origin]): void {
    this.#orphans.push({ name, pair: this.#schemas.pair([base], [revision], fallback) });
  }

  /**
   * All changes, each with everything that uses what changed.
   * @param isReferenced whether operations of both documents lead to the component schema of a name
   */
  finish(isReferenced: (name: string) => boolean): Comparison {
    const reach = new Reach([...this.#roots, ...this.#orphans].map(({ pair }) => pair));
    const users = new Users();
    for (const { pair, usage } of this.#roots) {
      users.add(reach.factsFrom(pair, usage.direction), usage, this.#usageNumber(usage));
    }
    const usagesOf = users.byEntry((fact) => this.#entryOfFact(fact));
    const reached = this.#reachedPairs();
    for (const { name, pair } of this.#orphans) {
      if (reached.has(pair)) continue;
      const facts = reach.factsFrom(pair, undefined);
      // Whether operations lead to a component takes long to tell, and does not matter for what is told anyway.
      if (facts.every((fact) => this.#isTold(fact)) || !isReferenced(name)) {
        for (const fact of facts) this.#entryOfFact(fact, false);
      }
    }
    const changes = new Map<Entry, Change>();
    for (const entry of this.#entries.values()) {
      // A fact and the list of its usages make the change of the same kind.
      changes.set(entry, { ...entry.fact, usages: usagesOf(entry) } as Change);
    }
    return {
      changes: [...changes.values()],
      pairOf: (base, revision) => this.#schemas.known(base, revision),
      changeOf: (fact) => {
        const entry = this.#entriesOfFacts.get(fact);
        return entry && changes.get(entry);
      },
    };
  }

  #entryOfFact(fact: PairFact, isUsed = true): Entry {
    let entry = this.#entriesOfFacts.get(fact);
    if (entry === undefined) {
      entry = this.#entryOf(schemaFact(fact), detailOf(fact), isUsed);
      this.#entriesOfFacts.set(fact, entry);
    }
    return entry;
  }

  #isTold(fact: PairFact): boolean {
    return this.#entriesOfFacts.has(fact) || this.#entries.has(keyOf(schemaFact(fact), detailOf(fact)));
  }

  /** The pairs that operations reach, and those that are told in another way. */
  #reachedPairs(): ReadonlySet<SchemaPair> {
    const reached = new Set(this.#accounted);
    for (const direction of new Set(this.#roots.map(({ usage }) => usage.direction))) {
      const roots = this.#roots.filter(({ usage }) => usage.direction === direction).map(({ pair }) => pair);
      for (const pair of pairsFrom(roots, direction)) reached.add(pair);
    }
    return reached;
  }

  #usageNumber({ operation, direction }: Usage): number {
    let number = this.#operationNumbers.get(operation);
    if (number === undefined) {
      number = this.#operationNumbers.size;
      this.#operationNumbers.set(operation, number);
    }
    return number * 3 + (direction === undefined ? 0 : direction === 'request' ? 1 : 2);
  }
}

/** The schema of an element that has one directly or in `content`. */
export function schemaOf(
  element: { readonly schema?: Schema; readonly content?: MediaType } | Header | undefined,
): Schema | undefined {
  return element?.schema ?? element?.content?.schema;
}
