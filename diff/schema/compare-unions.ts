import type { Schema } from '../../openapi/model/schema.js';
import { canonical } from '../../openapi/source/stringify.js';
import { conjunctionOf } from './conjunction.js';
import type { PairFacts } from './pair-facts.js';
import { type Union, type View, viewOf } from './view.js';

/** Compares `anyOf` and `oneOf`, pairing branches by what they are and not by where they stand. */
export function compareUnions(facts: PairFacts): void {
  const { base, revision } = facts;
  const count = Math.min(base.unions.length, revision.unions.length);
  for (let index = 0; index < count; index++) {
    const left = base.unions[index];
    const right = revision.unions[index];
    if (left !== undefined && right !== undefined) compareUnion(facts, left, right);
  }
  for (const union of base.unions.slice(count)) compareLoneUnion(facts, union, 'base');
  for (const union of revision.unions.slice(count)) compareLoneUnion(facts, union, 'revision');
}

function compareUnion(facts: PairFacts, left: Union, right: Union): void {
  const { pairs, removed, added } = pairBranches(describe(left), describe(right));
  for (const [before, after] of pairs) facts.compare([before.schema], [after.schema]);
  for (const { schema, label } of removed) {
    const data = { kind: 'schema.alternative.removed', keyword: left.keyword, branch: label, schema } as const;
    facts.noteAt(data, schema.origin, right.owner.origin.at(right.keyword));
  }
  for (const { schema, label } of added) {
    const data = { kind: 'schema.alternative.added', keyword: right.keyword, branch: label, schema } as const;
    facts.noteAt(data, left.owner.origin.at(left.keyword), schema.origin);
  }
}

/**
 * One side has a union and the other has none. When the side without is one of the branches, the other branches came or went;
 * else the union as such did, unless the types said so already.
 */
function compareLoneUnion(facts: PairFacts, union: Union, side: 'base' | 'revision'): void {
  const other = side === 'base' ? facts.revision : facts.base;
  const { members } = other.conjunction;
  const same = describe(union).find(({ schema }) => {
    const branch = conjunctionOf([schema]).members;
    return (
      branch.length > 0 &&
      branch.length === members.length &&
      branch.every((part, index) => isSame(part, members[index]))
    );
  });
  if (same === undefined) {
    if (sameTypes(facts.base, facts.revision)) {
      facts.note(
        { kind: side === 'base' ? 'schema.union.removed' : 'schema.union.added', keyword: union.keyword },
        union.keyword,
      );
    }
    return;
  }
  const around = members[0]?.origin ?? union.owner.origin;
  for (const { schema, label } of describe(union)) {
    if (schema === same.schema) continue;
    const data = { keyword: union.keyword, branch: label, schema };
    if (side === 'base') facts.noteAt({ kind: 'schema.alternative.removed', ...data }, schema.origin, around);
    else facts.noteAt({ kind: 'schema.alternative.added', ...data }, around, schema.origin);
  }
}

function isSame(a: Schema, b: Schema | undefined): boolean {
  return b !== undefined && canonical(a.raw) === canonical(b.raw);
}

function sameTypes(base: View, revision: View): boolean {
  const list = (view: View): string | undefined => view.types && [...view.types].sort().join();
  return list(base) === list(revision);
}

interface Branch {
  readonly schema: Schema;
  /** For people. */
  readonly label: string;
  /** What the branch is recognised by, the best first. */
  readonly identities: readonly string[];
  readonly properties: ReadonlySet<string>;
  readonly types: string;
}

function describe(union: Union): readonly Branch[] {
  return union.branches.map((schema, index) => {
    const view = viewOf(conjunctionOf([schema]));
    const component = componentName(schema);
    const tag = tagOf(view);
    const title = schema.title ?? view.conjunction.members.find((member) => member.title !== undefined)?.title;
    const identities = [
      ...(tag === undefined ? [] : [`tag ${tag}`]),
      `text ${canonical(schema.raw)}`,
      ...(component === undefined ? [] : [`component ${component}`]),
      ...(title === undefined ? [] : [`title ${title}`]),
    ];
    return {
      schema,
      label: component ?? title ?? tag ?? `#${index + 1}`,
      identities,
      properties: new Set(view.properties.keys()),
      types: view.types === undefined ? 'any' : [...view.types].sort().join(),
    };
  });
}

function componentName(schema: Schema): string | undefined {
  const [components, schemas, name] = schema.ref?.target.origin.segments ?? [];
  return components === 'components' && schemas === 'schemas' ? name : undefined;
}

/** `property=value` of the properties that have one value only: what tells the branches of most unions apart. */
function tagOf(view: View): string | undefined {
  const tags: string[] = [];
  for (const [property, schemas] of view.properties) {
    const values = schemas.flatMap((schema) => (schema.const === undefined ? (schema.enum ?? []) : [schema.const]));
    if (values.length === 1 && view.required.has(property)) tags.push(`${property}=${canonical(values[0] ?? null)}`);
  }
  return tags.length === 0 ? undefined : tags.sort().join(' ');
}

interface BranchPairs {
  readonly pairs: (readonly [Branch, Branch])[];
  readonly removed: readonly Branch[];
  readonly added: readonly Branch[];
}

function pairBranches(base: readonly Branch[], revision: readonly Branch[]): BranchPairs {
  const pairs: (readonly [Branch, Branch])[] = [];
  const left = new Set(base);
  const right = new Set(revision);
  const take = (before: Branch, after: Branch): void => {
    pairs.push([before, after]);
    left.delete(before);
    right.delete(after);
  };
  for (const kind of ['text ', 'tag ', 'component ', 'title ']) {
    for (const before of [...left]) {
      const identity = before.identities.find((text) => text.startsWith(kind));
      if (identity === undefined) continue;
      const matches = [...right].filter((after) => after.identities.includes(identity));
      if (matches.length === 1 && matches[0] !== undefined) take(before, matches[0]);
    }
  }
  for (const before of [...left]) {
    const best = [...right]
      .map((after) => ({ after, likeness: likeness(before, after) }))
      .filter((candidate) => candidate.likeness >= 0.5)
      .sort((a, b) => b.likeness - a.likeness)[0];
    if (best !== undefined) take(before, best.after);
  }
  return { pairs, removed: [...left], added: [...right] };
}

/** From 0 to 1: the share of property names two objects have in common; other branches are alike when their types are. */
function likeness(a: Branch, b: Branch): number {
  if (a.types !== b.types) return 0;
  const all = new Set([...a.properties, ...b.properties]);
  if (all.size === 0) return 1;
  return [...a.properties].filter((name) => b.properties.has(name)).length / all.size;
}
