import type { JsonType } from '../../../openapi/model/schema.js';
import type { Union, View } from '../../schema/view.js';
import { Branch, branchesOf, pairBranches } from './branch.js';
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
  const { pairs, removed, added } = pairBranches(branchesOf(left), branchesOf(right));
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
  if (union === undefined || member === undefined || narrowsTypes(union, single)) return false;
  const { pairs, added } = pairBranches([new Branch(member)], branchesOf(union));
  const [pair] = pairs;
  if (pair === undefined || !isRecognised(pair)) return false;
  compareNull(facts);
  noteAround(facts, isAdded);
  if (union.keyword === 'oneOf') facts.note({ kind: 'schema.alternatives.changed' }, 'oneOf');
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

/** Whether the types beside a union leave out some that its alternatives take, and are no longer, or not yet, said otherwise. */
function narrowsTypes({ owner: { types }, branches }: Union, single: View): boolean {
  if (types === undefined) return false;
  const isSaid = single.types?.size === types.length && types.every((type) => single.types?.has(type));
  return !isSaid && !branchesOf({ branches }).every(({ view }) => isWithin(view, types));
}

function isWithin({ types: own }: View, types: readonly JsonType[]): boolean {
  return (
    own !== undefined &&
    [...own].every((type) => types.includes(type) || (type === 'integer' && types.includes('number')))
  );
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
  return single.view.properties.size > 0 || single.isRecognisedAs(branch);
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
