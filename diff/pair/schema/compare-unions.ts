import type { Schema } from '../../../openapi/model/schema.js';
import { canonical } from '../../../openapi/source/stringify.js';
import { conjunctionOf } from '../../schema/conjunction.js';
import { type Union, type View, viewOf } from '../../schema/view.js';
import { compareNull } from './compare-types.js';
import type { PairFacts } from './pair-facts.js';

/** Compares `anyOf` and `oneOf`, pairing branches by what they are and not by where they stand. */
export function compareUnions(facts: PairFacts): void {
  const { base, revision } = facts;
  const count = Math.min(base.unions.length, revision.unions.length);
  for (let index = 0; index < count; index++) {
    const left = base.unions[index];
    const right = revision.unions[index];
    if (left !== undefined && right !== undefined) compareUnion(facts, left, right);
  }
  for (const union of base.unions.slice(count)) noteLoneUnion(facts, union, 'schema.union.removed');
  for (const union of revision.unions.slice(count)) noteLoneUnion(facts, union, 'schema.union.added');
}

function compareUnion(facts: PairFacts, left: Union, right: Union): void {
  if (left.keyword !== right.keyword) {
    // `oneOf` refuses a value that fits several alternatives, and `anyOf` does not.
    facts.note({ kind: 'schema.union.removed', keyword: left.keyword }, left.keyword);
    facts.note({ kind: 'schema.union.added', keyword: right.keyword }, right.keyword);
  }
  const { pairs, removed, added } = pairBranches(describe(left), describe(right));
  for (const [before, after] of pairs) facts.compare([before.schema], [after.schema]);
  // Values that fit one alternative only may fit another one, too, when alternatives come or widen.
  if (left.keyword === 'oneOf' && right.keyword === 'oneOf')
    facts.note({ kind: 'schema.alternatives.changed' }, 'oneOf');
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
 * One side is nothing but a union and the other has none. Where the other side is one of the branches, that branch is compared
 * with it and the remaining ones came or went. Gives whether that was so; then there is nothing else to compare.
 */
export function compareWithBranch(facts: PairFacts): boolean {
  const { base, revision } = facts;
  const isAdded = isOnlyUnion(revision) && base.unions.length === 0;
  if (!isAdded && !(isOnlyUnion(base) && revision.unions.length === 0)) return false;
  const [union] = isAdded ? revision.unions : base.unions;
  const single = isAdded ? base : revision;
  const [member] = single.conjunction.members;
  if (union === undefined || member === undefined) return false;
  const { pairs, added } = pairBranches([describeView(single, member)], describe(union));
  const [pair] = pairs;
  if (pair === undefined || !isRecognised(pair)) return false;
  compareNull(facts);
  noteAround(facts, isAdded);
  if (isAdded && union.keyword === 'oneOf') facts.note({ kind: 'schema.alternatives.changed' }, 'oneOf');
  const branch = [pair[1].schema];
  const { members } = single.conjunction;
  facts.compare(isAdded ? members : branch, isAdded ? branch : members);
  for (const { schema, label } of added) {
    const data = { keyword: union.keyword, branch: label, schema };
    if (isAdded) facts.noteAt({ kind: 'schema.alternative.added', ...data }, member.origin, schema.origin);
    else facts.noteAt({ kind: 'schema.alternative.removed', ...data }, schema.origin, member.origin);
  }
  return true;
}

/** What is said around the alternatives came or went with the union. */
function noteAround({ base, revision, note }: PairFacts, isAdded: boolean): void {
  const { title, discriminator } = isAdded ? revision : base;
  const sideOf = (text: string) => (isAdded ? { after: text } : { before: text });
  if (title !== undefined) note({ kind: 'schema.title.changed', ...sideOf(title) }, 'title');
  if (discriminator === undefined) return;
  note({ kind: 'schema.discriminator.changed', ...sideOf(discriminator.propertyName) }, 'discriminator');
}

/** Of values that are no objects a like type says little: what one branch takes from it another may give back. */
function isRecognised([single, branch]: readonly [Branch, Branch]): boolean {
  return single.properties.size > 0 || single.identities.some((identity) => branch.identities.includes(identity));
}

function isOnlyUnion({ unions, conjunction }: View): boolean {
  const [member, ...others] = conjunction.members;
  if (unions.length !== 1 || member === undefined || others.length > 0) return false;
  if (typeof member.raw !== 'object' || member.raw === null) return false;
  return Object.keys(member.raw).every((key) => AROUND.has(key) || key.startsWith('x-') || member.unknown.has(key));
}

/** What may stand around the alternatives of a schema that is nothing but a union. */
const AROUND: ReadonlySet<string> = new Set([
  ...['anyOf', 'oneOf', 'type', 'nullable', 'title', 'discriminator'],
  ...['description', 'example', 'examples', 'externalDocs', 'xml', '$comment'],
]);

/** A union that stands against none came or went as such. */
function noteLoneUnion(facts: PairFacts, union: Union, kind: 'schema.union.added' | 'schema.union.removed'): void {
  facts.note({ kind, keyword: union.keyword }, union.keyword);
}

interface Branch {
  readonly schema: Schema;
  /** For people; empty when the branch has no name. */
  readonly label: string;
  /** What the branch is recognised by, the best first. */
  readonly identities: readonly string[];
  readonly properties: ReadonlySet<string>;
  readonly types: string;
}

function describe(union: Union): readonly Branch[] {
  return union.branches.map((schema, index) => {
    const branch = describeView(viewOf(conjunctionOf([schema])), schema);
    return branch.label === '' ? { ...branch, label: `#${index + 1}` } : branch;
  });
}

function describeView(view: View, schema: Schema): Branch {
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
    label: component ?? title ?? tag ?? '',
    identities,
    properties: new Set(view.properties.keys()),
    types: view.types === undefined ? 'any' : [...view.types].sort().join(),
  };
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
