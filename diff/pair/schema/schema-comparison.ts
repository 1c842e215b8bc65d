import type { Sameness } from '../../../openapi/model/sameness.js';
import type { Schema } from '../../../openapi/model/schema.js';
import { field, isObject } from '../../../openapi/source/json.js';
import type { Origin } from '../../../openapi/source/origin.js';
import { canonical } from '../../../openapi/source/stringify.js';
import {
  type BothSides,
  type ComparedPlace,
  type ComparedSchemas,
  DIRECTIONS,
  type Direction,
  type Surrounding,
} from '../../change.js';
import { type Conjunction, conjunctionOf } from '../../schema/conjunction.js';
import { Inclusions } from '../../schema/inclusion/inclusion.js';
import { keywordPart } from '../../schema/keyword-part.js';
import { declares, type View, viewOf } from '../../schema/view.js';
import { restatedBytes } from './byte-spelling.js';
import { compareDiscriminator } from './compare-discriminator.js';
import { compareSchemaExtensions } from './compare-extensions.js';
import { compareFacets } from './compare-facets.js';
import { compareItems, compareOthers } from './compare-others.js';
import { compareParts } from './compare-parts.js';
import { compareProperties } from './compare-structure.js';
import { compareTypes } from './compare-types.js';
import { compareUnions, compareWithBranch } from './compare-unions.js';
import type { PairFacts, SchemaFactData } from './pair-facts.js';

/** A schema change before anybody asked who uses the schema. */
export interface PairFact {
  readonly data: SchemaFactData;
  readonly base: Origin;
  readonly revision: Origin;
  readonly schemas: ComparedSchemas;
  /** Set when the fact concerns one direction only, as that of a read-only property. */
  readonly only: Direction | undefined;
}

/** A pair of schemas, what differs between the two themselves, and the pairs inside them. */
export class SchemaPair implements ComparedPlace {
  readonly facts: PairFact[] = [];
  readonly children: { readonly pair: SchemaPair; readonly only: Direction | undefined }[] = [];
  readonly around: Surrounding[] = [];
  readonly #carriedBy = { request: false, response: false };
  readonly #conjunctions: () => readonly [Conjunction, Conjunction];

  /** @param conjunctions asked for only where somebody looks at them, which nobody does where the schemas are the same */
  constructor(conjunctions: () => readonly [Conjunction, Conjunction]) {
    this.#conjunctions = conjunctions;
  }

  get conjunctions(): readonly [Conjunction, Conjunction] {
    return this.#conjunctions();
  }

  get stated(): BothSides {
    const [base, revision] = this.conjunctions;
    return { base: base.stated, revision: revision.stated };
  }

  /** Notes that an operation carries values of these schemas that way. */
  carry(direction: Direction | undefined): void {
    for (const way of direction === undefined ? DIRECTIONS : [direction]) this.#carriedBy[way] = true;
  }

  isCarried(direction: Direction): boolean {
    return this.#carriedBy[direction];
  }

  get base(): View {
    return viewOf(this.conjunctions[0]);
  }

  get revision(): View {
    return viewOf(this.conjunctions[1]);
  }
}

/**
 * Compares pairs of schemas. Each pair of conjunctions is compared once, however many paths lead to it, so the work grows with
 * the number of pairs; a cycle ends at the pair that is being compared already.
 */
export class SchemaComparison {
  readonly #pairs = new Map<string, SchemaPair>();
  /** Pairs by the references that lead to them, so that the same two references are followed once. */
  readonly #referred = new Map<string, SchemaPair>();
  readonly #pending: SchemaPair[] = [];
  readonly #inclusions = new Inclusions('open');
  readonly #sameness: Sameness;

  constructor(sameness: Sameness) {
    this.#sameness = sameness;
  }

  /** The pair of two schemas, compared in full. An absent side accepts anything. */
  pair(base: readonly Schema[], revision: readonly Schema[], fallback: readonly [Origin, Origin]): SchemaPair {
    const root = this.#pairIn(base, revision);
    for (let next = this.#pending.pop(); next !== undefined; next = this.#pending.pop()) this.#compare(next, fallback);
    return root;
  }

  /** The pair in which schemas were compared; absent where they were not. */
  known(base: readonly Schema[], revision: readonly Schema[]): SchemaPair | undefined {
    return this.#pairs.get(pairKey(conjunctionOf(base), conjunctionOf(revision)));
  }

  #pairIn(base: readonly Schema[], revision: readonly Schema[]): SchemaPair {
    const left = referenceIn(base);
    const right = referenceIn(revision);
    const text = left === undefined || right === undefined ? undefined : `${left}\n${right}`;
    const known = text === undefined ? undefined : this.#referred.get(text);
    if (known !== undefined) return known;
    const pair = this.#isWrittenAlike(base, revision)
      ? new SchemaPair(() => [conjunctionOf(base), conjunctionOf(revision)])
      : this.#pairOf(conjunctionOf(base), conjunctionOf(revision));
    // References that name nothing are each a schema of its own.
    if (text !== undefined && base[0]?.ref !== undefined && revision[0]?.ref !== undefined)
      this.#referred.set(text, pair);
    return pair;
  }

  #pairOf(base: Conjunction, revision: Conjunction): SchemaPair {
    const key = pairKey(base, revision);
    const known = this.#pairs.get(key);
    if (known !== undefined) return known;
    const pair = new SchemaPair(() => [base, revision]);
    this.#pairs.set(key, pair);
    this.#pending.push(pair);
    return pair;
  }

  /** Whether schemas are written alike on both sides, so that nothing in them can differ. */
  #isWrittenAlike(base: readonly Schema[], revision: readonly Schema[]): boolean {
    return (
      base.length === revision.length &&
      base.every((schema, index) => {
        const other = revision[index];
        return other !== undefined && this.#sameness.same(schema, other);
      })
    );
  }

  /** Whether everything that the one side accepts is known to be accepted by the other. */
  #accepts(receiver: readonly Schema[], sender: readonly Schema[]): boolean {
    return this.#inclusions.decide(sender, receiver).kind === 'included';
  }

  #compare(pair: SchemaPair, fallback: readonly [Origin, Origin]): void {
    if (
      compareParts(this.#sameness, pair.conjunctions, (left, right, only) =>
        this.#compareInside(pair, left, right, only),
      )
    )
      return;
    const { base, revision } = pair;
    const members = { base: base.conjunction.members, revision: revision.conjunction.members };
    const schemas = { ...members, stated: pair.stated, place: pair };
    const facts: PairFacts = {
      base,
      revision,
      note: (data, keyword) => {
        const left = placeOf(base, keyword, fallback[0]);
        const right = placeOf(revision, keyword, fallback[1]);
        pair.facts.push({ data, base: left, revision: right, schemas, only: undefined });
      },
      noteAt: (data, left, right, only) => {
        const [ofBase, ofRevision] = [base.conjunction.members[0]?.origin, revision.conjunction.members[0]?.origin];
        const places = { base: left ?? ofBase ?? fallback[0], revision: right ?? ofRevision ?? fallback[1] };
        pair.facts.push({ data, ...places, schemas, only });
      },
      isSame: (keyword) => {
        const [before, after] = [keywordPart(base, keyword), keywordPart(revision, keyword)];
        return this.#accepts(after, before) && this.#accepts(before, after);
      },
      areSame: (before, after) => this.#accepts([after], [before]) && this.#accepts([before], [after]),
      isWrittenAlike: (left, right) =>
        left.length === right.length &&
        left.every((schema, index) => {
          const other = right[index];
          return other !== undefined && this.#sameness.sameStated(schema, other);
        }),
      compare: (left, right, only) => this.#compareInside(pair, left, right, only),
    };
    const reason = base.undecidable ?? revision.undecidable;
    if (reason !== undefined) {
      if (textOf(base) !== textOf(revision)) facts.note({ kind: 'schema.undecidable', reason }, '$dynamicRef');
      return;
    }
    compareSchemaExtensions(facts);
    if (compareWithBranch(facts)) return;
    // Schemas of types that have nothing in common have no inner schemas to compare.
    if (!restatedBytes(base, revision).has('type') && compareTypes(facts) === 'disjoint') return;
    compareFacets(facts);
    compareProperties(facts);
    compareItems(facts);
    compareUnions(facts);
    compareDiscriminator(facts);
    compareOthers(facts);
  }

  #compareInside(
    pair: SchemaPair,
    base: readonly Schema[],
    revision: readonly Schema[],
    only: Direction | undefined,
  ): void {
    const inner = this.#pairIn(base, revision);
    pair.children.push({ pair: inner, only });
    inner.around.push({ place: pair, part: { base, revision }, only });
  }
}

/** The reference that a schema is and nothing else, as text. */
function referenceIn(schemas: readonly Schema[]): string | undefined {
  const schema = schemas.length === 1 ? schemas[0] : undefined;
  if (schema === undefined || !isObject(schema.raw)) return undefined;
  const reference = field(schema.raw, '$ref');
  if (typeof reference !== 'string') return undefined;
  for (const key in schema.raw) if (key !== '$ref') return undefined;
  return `${schema.origin.file} ${reference}`;
}

function pairKey(base: Conjunction, revision: Conjunction): string {
  return `${base.key}|${revision.key}`;
}

/** The place of a keyword: where it is declared, else the schema that could declare it. */
function placeOf(view: View, keyword: string, fallback: Origin): Origin {
  const { members, stated } = view.conjunction;
  const owner = members.find((member) => declares(member, keyword));
  return owner?.origin.at(keyword) ?? members[0]?.origin ?? stated[0]?.origin ?? fallback;
}

function textOf(view: View): string {
  return view.conjunction.members.map(({ raw }) => canonical(raw)).join(' ');
}
