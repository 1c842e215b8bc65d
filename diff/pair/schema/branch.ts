import type { Schema } from '../../../openapi/model/schema.js';
import type { Json } from '../../../openapi/source/json.js';
import { canonical } from '../../../openapi/source/stringify.js';
import { conjunctionOf } from '../../schema/conjunction.js';
import { type Union, type View, viewOf } from '../../schema/view.js';
import { setText } from './set-text.js';

/** What a branch may be recognised by, the best first. */
const IDENTITIES = ['text', 'tag', 'component', 'title'] as const;

type Identity = (typeof IDENTITIES)[number];

/** An alternative of a union. It is looked into only as far as it takes to recognise it. */
export class Branch {
  readonly schema: Schema;
  readonly #number: number | undefined;
  #view: View | undefined;

  /** @param number its place among the alternatives, counted from 1, for a branch without a name */
  constructor(schema: Schema, number?: number) {
    this.schema = schema;
    this.#number = number;
  }

  /** For people; empty when the branch has neither a name nor a number. */
  get label(): string {
    const number = this.#number === undefined ? '' : `#${this.#number}`;
    return this.identity('component') ?? this.identity('title') ?? this.identity('tag') ?? number;
  }

  get view(): View {
    this.#view ??= viewOf(conjunctionOf([this.schema]));
    return this.#view;
  }

  get types(): string {
    const { types } = this.view;
    return types === undefined ? 'any' : [...types].sort().join();
  }

  identity(kind: Identity): string | undefined {
    switch (kind) {
      case 'text':
        return setText(this.schema.raw);
      case 'tag':
        return tagOf(this.view);
      case 'component':
        return componentName(this.schema);
      case 'title':
        return this.schema.title ?? this.view.conjunction.members.find(({ title }) => title !== undefined)?.title;
    }
  }

  /** Whether anything but a like shape speaks for two branches being one. */
  isRecognisedAs(other: Branch): boolean {
    return IDENTITIES.some((kind) => {
      const identity = this.identity(kind);
      return identity !== undefined && identity === other.identity(kind);
    });
  }
}

/** The alternatives of a union, in their order. */
export function branchesOf({ branches }: Pick<Union, 'branches'>): readonly Branch[] {
  return branches.map((schema, index) => new Branch(schema, index + 1));
}

/** The component a schema is or refers to. */
function componentName(schema: Schema): string | undefined {
  const [components, schemas, name, ...inner] = (schema.ref?.target ?? schema).origin.segments;
  return components === 'components' && schemas === 'schemas' && inner.length === 0 ? name : undefined;
}

/** `property=value` of the properties that have one value only: what tells the branches of most unions apart. */
function tagOf(view: View): string | undefined {
  const tags: string[] = [];
  for (const [property, schemas] of view.properties) {
    if (!view.required.has(property)) continue;
    const values = listedBy(schemas);
    if (values.length === 1) tags.push(`${property}=${canonical(values[0] ?? null)}`);
  }
  return tags.length === 0 ? undefined : tags.sort().join(' ');
}

/** Branches of both sides that are one and the same, and those that came or went. */
export interface BranchPairs {
  readonly pairs: readonly (readonly [Branch, Branch])[];
  readonly removed: readonly Branch[];
  readonly added: readonly Branch[];
}

/** Pairs branches by what they are; what nothing else tells is paired by likeness. */
export function pairBranches(base: readonly Branch[], revision: readonly Branch[]): BranchPairs {
  const pairs: (readonly [Branch, Branch])[] = [];
  const left = new Set(base);
  const right = new Set(revision);
  const take = (before: Branch, after: Branch): void => {
    pairs.push([before, after]);
    left.delete(before);
    right.delete(after);
  };
  for (const kind of IDENTITIES) {
    if (left.size === 0 || right.size === 0) break;
    const candidates = byIdentity(right, kind);
    for (const before of [...left]) {
      const matches = candidates.get(before.identity(kind) ?? '')?.filter((after) => right.has(after)) ?? [];
      if (matches.length === 1 && matches[0] !== undefined) take(before, matches[0]);
    }
  }
  for (const before of [...left]) {
    const best = mostLike(before, right);
    if (best !== undefined) take(before, best);
  }
  return { pairs, removed: [...left], added: [...right] };
}

function byIdentity(branches: Iterable<Branch>, kind: Identity): ReadonlyMap<string, readonly Branch[]> {
  const groups = new Map<string, Branch[]>();
  for (const branch of branches) {
    const identity = branch.identity(kind);
    if (identity === undefined) continue;
    const group = groups.get(identity);
    if (group === undefined) groups.set(identity, [branch]);
    else group.push(branch);
  }
  return groups;
}

/** More branches than this are not searched for one that is alike. */
const MOST_COMPARED = 500;

function mostLike(branch: Branch, others: ReadonlySet<Branch>): Branch | undefined {
  if (others.size > MOST_COMPARED) return undefined;
  let best: Branch | undefined;
  let most = 0.5;
  for (const other of others) {
    const like = likeness(branch, other);
    if (like < most || (like === most && best !== undefined)) continue;
    best = other;
    most = like;
  }
  return best;
}

/**
 * From 0 to 1: the share of the names of properties that two objects have in common; other branches are alike when their types are. Objects of
 * which a property has other values than that of the other are two kinds of objects, however alike they look.
 */
function likeness(a: Branch, b: Branch): number {
  if (a.types !== b.types) return 0;
  const [mine, its] = [namesOf(a.view), namesOf(b.view)];
  const shared = [...mine].filter((name) => its.has(name));
  const valuesOf = (branch: Branch, name: string) => listedBy(branch.view.properties.get(name));
  if (shared.some((name) => areDisjoint(valuesOf(a, name), valuesOf(b, name)))) return 0;
  const all = mine.size + its.size - shared.length;
  return all === 0 ? 1 : shared.length / all;
}

/** The properties an object has or has to have. */
function namesOf({ properties, required }: View): ReadonlySet<string> {
  return new Set([...properties.keys(), ...required]);
}

function areDisjoint(left: readonly Json[], right: readonly Json[]): boolean {
  if (left.length === 0 || right.length === 0) return false;
  const known = new Set(left.map((value) => canonical(value)));
  return !right.some((value) => known.has(canonical(value)));
}

/** The values that schemas list by `enum` or `const`. */
function listedBy(schemas: readonly Schema[] = []): readonly Json[] {
  return schemas.flatMap((schema) => (schema.const === undefined ? (schema.enum ?? []) : [schema.const]));
}
