import type { Header, MediaType, Operation } from '../../openapi/model/operation.js';
import type { Sameness } from '../../openapi/model/sameness.js';
import type { Schema } from '../../openapi/model/schema.js';
import type { Json } from '../../openapi/source/json.js';
import type { Origin } from '../../openapi/source/origin.js';
import { canonical } from '../../openapi/source/stringify.js';
import type { Change, Direction, Usage } from '../change.js';
import { type PairFact, SchemaComparison, type SchemaPair } from './schema/schema-comparison.js';

type WithoutUsages<Data> = Data extends unknown ? Omit<Data, 'usages'> : never;

/** A change before its usages are known to be complete. */
export type Fact = WithoutUsages<Change>;

/** Where a schema is used: by which operation, and which way it travels. */
interface Root {
  readonly pair: SchemaPair;
  readonly usage: Usage;
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
  readonly #changes = new Map<string, { readonly fact: Fact; readonly usages: Map<string, Usage> }>();
  readonly #schemas: SchemaComparison;
  readonly #roots: Root[] = [];
  readonly #orphans: SchemaPair[] = [];
  readonly #accounted = new Set<SchemaPair>();
  /** The key of the change that tells a fact. */
  readonly #keys = new Map<PairFact, string>();
  /** The versions the two documents give themselves. */
  readonly versions: readonly [string, string];
  readonly #operationNumbers = new Map<Operation, number>();

  constructor(versions: readonly [string, string], sameness: Sameness) {
    this.#schemas = new SchemaComparison(sameness);
    this.versions = versions;
  }

  /**
   * @param detail what tells this change from others of its kind at the same places
   * @returns what the change is found again by
   */
  record(fact: Fact, usage: Usage | undefined, detail = ''): string {
    const key = `${fact.kind} ${causeOf(fact)} ${detail}`;
    let known = this.#changes.get(key);
    if (known === undefined) {
      known = { fact, usages: new Map() };
      this.#changes.set(key, known);
    } else if (isNearer(fact, known.fact)) {
      this.#changes.set(key, { fact, usages: known.usages });
    }
    if (usage !== undefined) known.usages.set(this.#usageKey(usage), usage);
    return key;
  }

  /** Compares two schemas in a place where at least one stands. */
  schemas(
    base: Schema | undefined,
    revision: Schema | undefined,
    fallback: readonly [Origin, Origin],
    usage: Usage,
  ): void {
    if (base === undefined && revision === undefined) return;
    this.#roots.push({ pair: this.#schemas.pair(base ? [base] : [], revision ? [revision] : [], fallback), usage });
  }

  /** Takes two schemas as told in another way: what differs between them is no change of its own. */
  account(base: Schema | undefined, revision: Schema | undefined, fallback: readonly [Origin, Origin]): void {
    this.#accounted.add(this.#schemas.pair(base ? [base] : [], revision ? [revision] : [], fallback));
  }

  /** Compares two component schemas that perhaps no operation reaches. */
  orphans(base: Schema, revision: Schema, fallback: readonly [Origin, Origin]): void {
    this.#orphans.push(this.#schemas.pair([base], [revision], fallback));
  }

  /** All changes, each with everything that uses what changed. */
  finish(): Comparison {
    const reached = new Set(this.#accounted);
    for (const { pair, usage } of this.#roots) for (const pairs of this.#recordPairs(pair, usage)) reached.add(pairs);
    for (const pair of this.#orphans) if (!reached.has(pair)) this.#recordPairs(pair, undefined);
    const changes = new Map<string, Change>();
    for (const [key, { fact, usages }] of this.#changes) {
      // A fact and the list of its usages make the change of the same kind.
      changes.set(key, { ...fact, usages: [...usages.values()] } as Change);
    }
    return {
      changes: [...changes.values()],
      pairOf: (base, revision) => this.#schemas.known(base, revision),
      changeOf: (fact) => changes.get(this.#keys.get(fact) ?? ''),
    };
  }

  /** Records every fact that is reached from a pair in one direction, and gives the pairs it went through. */
  #recordPairs(root: SchemaPair, usage: Usage | undefined): ReadonlySet<SchemaPair> {
    const seen = new Set<SchemaPair>([root]);
    const queue = [root];
    for (let pair = queue.pop(); pair !== undefined; pair = queue.pop()) {
      for (const fact of pair.facts) {
        if (!excludes(fact.only, usage)) this.#keys.set(fact, this.record(schemaFact(fact), usage, detailOf(fact)));
      }
      for (const child of pair.children) {
        if (seen.has(child.pair) || excludes(child.only, usage)) continue;
        seen.add(child.pair);
        queue.push(child.pair);
      }
    }
    return seen;
  }

  #usageKey({ operation, direction }: Usage): string {
    let number = this.#operationNumbers.get(operation);
    if (number === undefined) {
      number = this.#operationNumbers.size;
      this.#operationNumbers.set(operation, number);
    }
    return `${number} ${direction ?? ''}`;
  }
}

/** The schema of an element that has one directly or in `content`. */
export function schemaOf(
  element: { readonly schema?: Schema; readonly content?: MediaType } | Header | undefined,
): Schema | undefined {
  return element?.schema ?? element?.content?.schema;
}

function excludes(only: Direction | undefined, usage: Usage | undefined): boolean {
  return only !== undefined && usage?.direction !== undefined && usage.direction !== only;
}

function schemaFact({ data, base, revision, schemas }: PairFact): Fact {
  return data.kind === 'extension.changed' ? { ...data, base, revision } : { ...data, base, revision, schemas };
}

/** What tells a fact from others of its kind at the same places: one keyword may say different things in different company. */
function detailOf({ data }: PairFact): string {
  const keyword = 'keyword' in data ? data.keyword : '';
  switch (data.kind) {
    case 'schema.property.added':
    case 'schema.property.removed':
      return data.property;
    case 'schema.required.changed':
      return `${data.after} ${data.properties.join(' ')}`;
    case 'extension.changed':
      return data.name;
    case 'schema.discriminator.mapping.changed':
      return data.value;
    default: {
      const before = 'before' in data ? data.before : undefined;
      const after = 'after' in data ? data.after : undefined;
      return `${keyword} ${textOf(before)} ${textOf(after)}`;
    }
  }
}

function textOf(value: Json | undefined): string {
  return value === undefined ? '' : canonical(value);
}

/**
 * Of two notices of one change the one that says best where the element is missing: at the same place as on the other side, else
 * the first in the order of places. Which is noticed first says nothing.
 */
function isNearer(fact: Fact, known: Fact): boolean {
  if (place(fact.base) === place(known.base) && place(fact.revision) === place(known.revision)) return false;
  const [mine, its] = [distance(fact), distance(known)];
  return mine[0] === its[0] ? mine[1] < its[1] : mine[0] < its[0];
}

function distance({ base, revision }: Fact): readonly [number, string] {
  const segments = base.segments;
  let shared = 0;
  while (shared < segments.length && segments[shared] === revision.segments[shared]) shared++;
  return [-shared, `${place(base)} ${place(revision)}`];
}

/**
 * What comes or goes is one cause wherever that is noticed: a parameter component that many operations drop is dropped once. Any
 * other change is one between two places.
 */
function causeOf({ kind, base, revision }: Fact): string {
  if (kind.endsWith('.removed')) return place(base);
  return kind.endsWith('.added') ? place(revision) : `${place(base)} ${place(revision)}`;
}

function place(origin: Origin): string {
  return `${origin.file}${origin.pointer}`;
}
